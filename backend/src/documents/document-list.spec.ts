import { type Author, WritingFixture } from '../testing/generation/writing-fixture';
import { testApp, type TestApp } from '../testing/test-app';
import { SourcesModule } from '../sources';
import { DocumentsModule } from './documents.module';
import type { Document, DocumentSummary } from './dto/document';

let target: TestApp;
let fixture: WritingFixture;
let author: Author;
const ids = new Map<string, string>();

const TITLES = ['zeta at 100 %', 'Пам’ять студентів', 'Alpha_one'];

beforeAll(async () => {
  target = await testApp({ features: { imports: [DocumentsModule, SourcesModule] } });
  fixture = new WritingFixture(target);
  author = await fixture.author();
  for (const title of TITLES) ids.set(title, await fixture.document(author, { title }));
  await fixture.put(author, `/documents/${ids.get('Alpha_one') ?? ''}/outline`, {
    sections: [{ title: 'One', level: 1 }],
  });
});

afterAll(() => target.close());

async function titles(query: string): Promise<string[]> {
  const { body } = await fixture.send(author, 'get', `/documents?${query}`).expect(200);
  const { items, total } = body as { items: DocumentSummary[]; total: number };
  expect(total).toBe(items.length);
  return items.map(({ title }) => title);
}

describe('the list of documents', () => {
  it.each([
    ['a part of the title, in either case', 'search=ALPHA', ['Alpha_one']],
    ['another alphabet', `search=${encodeURIComponent('ПАМ’ЯТЬ')}`, ['Пам’ять студентів']],
    ['signs that patterns are made of, literally', 'search=%25', ['zeta at 100 %']],
    ['nothing that is there', 'search=___', []],
    ['a status', 'status=outlined', ['Alpha_one']],
    ['both at once', 'status=draft&search=Alpha', []],
    ['the alphabet', 'sort=title', ['Alpha_one', 'zeta at 100 %', 'Пам’ять студентів']],
    ['the last change', 'sort=changed', ['Alpha_one', 'Пам’ять студентів', 'zeta at 100 %']],
  ])('goes by %s', async (_, query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it.each(['status=none', 'sort=random', 'archived=perhaps', `search=${'x'.repeat(201)}`])(
    'refuses %s',
    (query) => fixture.send(author, 'get', `/documents?${query}`).expect(422),
  );

  it('leaves out what was put away, until it is asked for', async () => {
    const path = `/documents/${ids.get('Alpha_one') ?? ''}`;
    await fixture.edit(author, path, { archived: true });
    expect(await titles('')).not.toContain('Alpha_one');
    expect(await titles('archived=true')).toEqual(['Alpha_one']);
    expect(await titles('archived=any')).toHaveLength(3);
    const { body } = await fixture.send(author, 'get', path).expect(200);
    expect(body as Document).toMatchObject({ archived: true, status: 'outlined' });
    await fixture.edit(author, path, { archived: false });
    expect(await titles('')).toContain('Alpha_one');
  });
});
