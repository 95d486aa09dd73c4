import { ChecksModule } from '../checks';
import { DocumentsModule } from '../documents';
import { GenerationModule } from '../generation';
import { SourcesModule } from '../sources';
import { type Author, WritingFixture } from '../testing/generation/writing-fixture';
import { type TestApp, testApp } from '../testing/test-app';
import { RequirementsModule } from './requirements.module';

jest.setTimeout(120_000);

let target: TestApp;
let fixture: WritingFixture;
let author: Author;
let id: string;

beforeAll(async () => {
  const imports = [DocumentsModule, SourcesModule, GenerationModule, RequirementsModule];
  target = await testApp({
    features: { imports: [...imports, ChecksModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
  id = await fixture.sampleDocument(author);
});

afterAll(() => target.close());

const rule = (formatting: object) =>
  fixture.send(author, 'put', `/documents/${id}/requirements`, { formatting }).expect(200);

async function plannedWords(): Promise<number> {
  const answer = await fixture.send(author, 'post', '/generate/outline', { documentId: id });
  return (answer.body as { estimatedWordCount: number }).estimatedWordCount;
}

describe('the length that a university rules', () => {
  it('is what a document is estimated and planned for, whatever pages were asked for', async () => {
    await rule({ lengthWords: { min: 12_000, max: null } });
    const estimate = await fixture.send(author, 'post', '/generate/estimate', { documentId: id });
    expect((estimate.body as { words: number }).words).toBeGreaterThanOrEqual(12_000);
    expect(await plannedWords()).toBeGreaterThanOrEqual(12_000);
    await rule({ lengthPages: { min: null, max: 6 } });
    const fewer = await plannedWords();
    expect(fewer).toBeLessThanOrEqual(6 * 350);
    expect(fewer).toBeGreaterThan(1000);
  });

  it('is what the check of the length holds the text against', async () => {
    await target.database.dataSource.query(
      "update sections set content = 'Testing helps.', word_count = 2 where document_id = $1",
      [id],
    );
    await rule({ lengthWords: { min: 12_000, max: null } });
    const { body } = await fixture.send(author, 'get', `/documents/${id}/checks`);
    const { items } = body as { items: { id: string; findings: { message: string }[] }[] };
    const length = items.find((check) => check.id === 'length');
    expect(length?.findings[0]?.message).toMatch(
      /^\d+ words: \d+ fewer than your university asks for at least\.$/,
    );
  });
});
