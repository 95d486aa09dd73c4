import { DocumentsModule } from '../../documents';
import type { Section } from '../../documents/dto/section';
import type { Suggestion } from '../../documents/suggestions/suggestion';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { type TestApp, testApp } from '../../testing/test-app';
import { GenerationModule } from '../generation.module';

const TEXT =
  'This part says what it says. Tests help learners [@roediger2006]. They do so for long [@roediger2006]. So it is , they say.';

let target: TestApp;
let fixture: WritingFixture;
let author: Author;
let documentId: string;
let section: Section;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
  documentId = await fixture.sampleDocument(author);
  const sections = [{ title: 'The only chapter', level: 1 }];
  await fixture.put(author, `/documents/${documentId}/outline`, { sections });
  const { sections: stored } = await fixture.read(author, documentId);
  const path = `/documents/${documentId}/sections/${stored[0]?.id ?? ''}`;
  await fixture.edit(author, path, { content: TEXT });
  section = (await fixture.send(author, 'get', path)).body as Section;
});

afterAll(() => target.close());

const ask = (asked: object) =>
  fixture.send(author, 'post', '/generate/suggestion', {
    ...{ documentId, sectionId: section.id, version: section.version },
    ...{ selection: { start: 0, end: TEXT.length }, ...asked },
  });

describe('a suggestion without a language model', () => {
  it('leaves out what can be missed, and says who made it', async () => {
    const { body } = await ask({ action: 'shorten' }).expect(201);
    expect(body as Suggestion).toMatchObject({
      proposed: 'Tests help learners [@roediger2006]. They do so for long [@roediger2006].',
      ...{ writer: 'offline', tokensUsed: 0, lost: [] },
    });
  });

  it('mends slips of the keyboard', async () => {
    const { body } = await ask({ action: 'polish' }).expect(201);
    expect((body as Suggestion).proposed).toBe(TEXT.replace('is ,', 'is,'));
    expect((body as Suggestion).changes).toHaveLength(1);
  });

  it('says that there is nothing to mend', async () => {
    const { body } = await ask({ action: 'polish', selection: { start: 0, end: 10 } }).expect(422);
    expect(body).toMatchObject({ code: 'NO_SUGGESTION' });
  });

  it.each([
    { action: 'rewrite' },
    { action: 'expand' },
    { action: 'shorten', instruction: 'Be warmer' },
  ])('is refused for what needs one: %j', async (asked) => {
    const { body } = await ask(asked).expect(409);
    expect(body).toMatchObject({ code: 'NEEDS_MODEL' });
  });
});
