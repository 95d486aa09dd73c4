import { DocumentsModule } from '../../documents';
import type { DocumentSupport } from '../../documents/dto/support';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { type TestApp, testApp } from '../../testing/test-app';
import type { GeneratedOutline, GeneratedSection } from '../dto/generate';
import { GenerationModule } from '../generation.module';

let target: TestApp;
let fixture: WritingFixture;
let author: Author;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
}, 30_000);

afterAll(() => target.close());

/** A work that says nothing in the words of the sample library's topic. */
const REMOTE = {
  id: 'remote1990',
  type: 'book',
  title: 'Ravens and their winter stores',
  author: [{ family: 'Remote', given: 'Ann' }],
  issued: { 'date-parts': [[1990]] },
  annote:
    'Ravens hide acorns under moss in autumn and dig them out in January. Young ravens watch older birds before they hide anything of their own. Snow does not keep ravens from digging at the right place.',
};

const REFERENCE = {
  id: 'bare1980',
  type: 'book',
  title: 'A book without text',
  author: [{ family: 'Bare', given: 'Ann' }],
  issued: { 'date-parts': [[1980]] },
};

async function withMandatory(): Promise<string> {
  const documentId = await fixture.sampleDocument(author);
  await fixture.addSources(author, documentId, [REMOTE, REFERENCE]);
  await fixture.query(
    `update sources set mandatory = true where document_id = $1 and key = any($2)`,
    [documentId, ['remote1990', 'bare1980']],
  );
  return documentId;
}

async function support(documentId: string): Promise<DocumentSupport> {
  const path = `/documents/${documentId}/support`;
  return (await fixture.send(author, 'get', path).expect(200)).body as DocumentSupport;
}

async function write(documentId: string, sectionId: string): Promise<GeneratedSection> {
  const body = { documentId, sectionId };
  const answer = await fixture.send(author, 'post', '/generate/section', body).expect(200);
  return answer.body as GeneratedSection;
}

const NO_TEXT = { key: 'bare1980', reason: 'no_text' };

describe('a mandatory source', () => {
  it('is planned for a section, cited there, and reported until it is', async () => {
    const documentId = await withMandatory();
    const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
    const { sections } = (body as GeneratedOutline).outline;
    const planned = sections.filter(({ sourceKeys }) => sourceKeys.includes('remote1990'));
    expect(planned).toMatchObject([{ role: 'body' }]);
    expect((await support(documentId)).mandatoryUncited).toEqual([
      NO_TEXT,
      { key: 'remote1990', reason: 'not_cited' },
    ]);
    const { citations } = await write(documentId, planned[0]?.id ?? '');
    expect(citations.map(({ key }) => key)).toContain('remote1990');
    expect((await support(documentId)).mandatoryUncited).toEqual([NO_TEXT]);
  });

  it('is cited in some section of an outline that was made before it was mandatory', async () => {
    const documentId = await fixture.sampleDocument(author);
    const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
    await fixture.addSources(author, documentId, [REMOTE]);
    await fixture.query(
      `update sources set mandatory = (key = 'remote1990') where document_id = $1`,
      [documentId],
    );
    for (const { id, targetWords } of (body as GeneratedOutline).outline.sections) {
      if (targetWords > 0) await write(documentId, id);
    }
    expect((await support(documentId)).mandatoryUncited).toEqual([]);
  }, 60_000);

  it('is not asked for when it is not mandatory', async () => {
    const documentId = await fixture.sampleDocument(author);
    await fixture.addSources(author, documentId, [REMOTE]);
    const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
    const { sections } = (body as GeneratedOutline).outline;
    expect(sections.flatMap(({ sourceKeys }) => sourceKeys)).not.toContain('remote1990');
    expect((await support(documentId)).mandatoryUncited).toEqual([]);
  });
});

describe('the support of a document', () => {
  it('is nothing that strangers can see', async () => {
    const documentId = await withMandatory();
    const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
    const sectionId = (body as GeneratedOutline).outline.sections[0]?.id ?? '';
    const stranger = await fixture.author();
    await fixture.send(stranger, 'get', `/documents/${documentId}/support`).expect(404);
    const path = `/documents/${documentId}/sections/${sectionId}/support`;
    await fixture.send(stranger, 'get', path).expect(404);
    const { body: empty } = await fixture.send(author, 'get', path).expect(200);
    const summary = { supported: 0, weak: 0, unsupported: 0, unchecked: 0 };
    expect(empty).toEqual({ citations: [], claims: [], summary });
  });

  it('shows what a person has cited as unchecked, with the claims that cite nothing', async () => {
    const documentId = await withMandatory();
    const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
    const sectionId = (body as GeneratedOutline).outline.sections[0]?.id ?? '';
    const path = `/documents/${documentId}/sections/${sectionId}`;
    const content = 'Ravens hide acorns [@remote1990]. About 40 percent forget where.';
    await fixture.edit(author, path, { content });
    const { body: shown } = await fixture.send(author, 'get', `${path}/support`).expect(200);
    expect(shown).toEqual({
      citations: [
        {
          ...{ ordinal: 0, key: 'remote1990', locator: null, sentence: { start: 0, end: 33 } },
          ...{ state: 'unchecked', score: null, modelChecked: false, evidence: null },
        },
      ],
      claims: [
        { start: 34, end: 64, text: 'About 40 percent forget where.', reason: 'percentage' },
      ],
      summary: { supported: 0, weak: 0, unsupported: 0, unchecked: 1 },
    });
  });
});
