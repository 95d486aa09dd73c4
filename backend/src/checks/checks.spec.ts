import { DocumentsModule } from '../documents';
import { GenerationModule } from '../generation';
import { SourcesModule } from '../sources';
import { type Author, WritingFixture } from '../testing/generation/writing-fixture';
import { type TestApp, testApp } from '../testing/test-app';
import { ChecksModule } from './checks.module';
import type { DocumentCheck, DocumentChecks } from './dto/checks';

jest.setTimeout(60_000);

const OTTERS = {
  id: 'otters',
  type: 'article-journal',
  title: 'Otters and what they remember',
  author: [{ family: 'Keeper', given: 'Ann' }],
  issued: { 'date-parts': [[2001]] },
  abstract:
    'In spring the otters of the northern rivers carry their favourite stones to the same shallow places where they were taught to open shells by their mothers many years before.',
};

let target: TestApp;
let fixture: WritingFixture;
let author: Author;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule, ChecksModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
});

afterAll(() => target.close());

async function checks(documentId: string): Promise<Record<string, DocumentCheck>> {
  const path = `/documents/${documentId}/checks`;
  const { body } = await fixture.send(author, 'get', path).expect(200);
  return Object.fromEntries((body as DocumentChecks).items.map((one) => [one.id, one]));
}

/** A document with the sample library, written by the offline writer. */
async function written(): Promise<string> {
  const documentId = await fixture.sampleDocument(author);
  await fixture.send(author, 'post', '/generate/outline', { documentId }).expect(200);
  const { outline } = await fixture.read(author, documentId);
  for (const { id: sectionId, targetWords } of outline?.sections ?? []) {
    if (targetWords === 0) continue;
    await fixture.send(author, 'post', '/generate/section', { documentId, sectionId }).expect(200);
  }
  return documentId;
}

describe('the checks of a document', () => {
  it('are all unchecked without a text', async () => {
    const documentId = await fixture.sampleDocument(author);
    const states = Object.values(await checks(documentId)).map(({ state }) => state);
    expect(states).toEqual(Array.from({ length: 8 }, () => 'unchecked'));
  });

  it('find nothing in what the offline writer copies and quotes', async () => {
    const found = await checks(await written());
    for (const id of ['citations', 'support', 'consistency']) {
      expect(found[id]).toMatchObject({ id, findings: [], state: 'passed' });
    }
    expect(found['language']?.state).toBe('unchecked');
    // the sample holds notes on works, and none of their words
    expect(found['overlap']?.state).toBe('unchecked');
  });

  it('name the passage of words that are copied without quotation marks', async () => {
    const documentId = await written();
    await fixture.addSources(author, documentId, [OTTERS]);
    const { sections } = await fixture.read(author, documentId);
    const section = sections.find(({ content }) => content !== '')?.id ?? '';
    const [passage] = await fixture.query<{ id: string; key: string }>(
      `select p.id, s.key from passages p join sources s on s.id = p.source_id
       where p.document_id = $1 and p.kind = 'abstract'`,
      [documentId],
    );
    const copied = OTTERS.abstract.split(' ').slice(2, 22).join(' ');
    const content = `My own words first, then ${copied} [@${passage?.key ?? ''}].`;
    await fixture.edit(author, `/documents/${documentId}/sections/${section}`, { content });
    const { overlap, support } = await checks(documentId);
    expect(overlap).toMatchObject({ state: 'failed', more: 0 });
    const [finding] = overlap?.findings ?? [];
    expect(finding).toMatchObject({ sectionId: section, passage: { id: passage?.id } });
    expect(copied).toContain(content.slice(finding?.start ?? 0, finding?.end ?? 0));
    expect(support?.state).not.toBe('passed');
  });

  it('are nobody else’s', async () => {
    const documentId = await fixture.sampleDocument(author);
    const path = `/documents/${documentId}/checks`;
    await fixture.send(await fixture.author(), 'get', path).expect(404);
  });
});
