import fc from 'fast-check';
import { DOCUMENT_LANGUAGES } from '../../common';
import { DocumentsModule } from '../../documents';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { type TestApp, testApp } from '../../testing/test-app';
import type { GenerationEstimate } from '../dto/estimate';
import { GenerationModule } from '../generation.module';
import { costOf } from './cost-forecast';
import { forecast } from './token-forecast';

jest.setTimeout(30_000);

const features = { imports: [DocumentsModule, SourcesModule, GenerationModule] };

async function running(
  environment: Record<string, string>,
  act: (fixture: WritingFixture, author: Author) => Promise<void>,
): Promise<void> {
  const target: TestApp = await testApp({ features, environment });
  try {
    const fixture = new WritingFixture(target);
    await act(fixture, await fixture.author());
  } finally {
    await target.close();
  }
}

async function estimate(fixture: WritingFixture, author: Author, documentId: string) {
  const { body } = await fixture
    .send(author, 'post', '/generate/estimate', { documentId })
    .expect(200);
  return body as GenerationEstimate;
}

/** A model server that nobody is to ask: nothing listens there. */
const MODEL = {
  OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  LLM_MODELS: 'wise',
  EMBEDDING_MODEL: 'near',
};

describe('the estimate of writing', () => {
  it('is free of tokens for the offline writer, and follows the outline', () =>
    running({ RATE_LIMIT_GENERATIONS_PER_HOUR: '1' }, async (fixture, author) => {
      const documentId = await fixture.sampleDocument(author);
      const before = await estimate(fixture, author, documentId);
      expect(before).toMatchObject({ calls: 0, tokens: { least: 0, most: 0 }, enough: true });
      expect(before.sections).toBeGreaterThanOrEqual(3);
      const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
      const after = await estimate(fixture, author, documentId);
      const { estimatedSections, estimatedWordCount } = body as Record<string, number>;
      expect(after).toMatchObject({ sections: estimatedSections, words: estimatedWordCount });
      const stranger = await fixture.author();
      await fixture.send(stranger, 'post', '/generate/estimate', { documentId }).expect(404);
    }));

  it('of pages that are not a document yet is that of a new document without sources', () =>
    running({ ...MODEL, LLM_PRICES: 'wise=2/10' }, async (fixture, author) => {
      const documentId = await fixture.document(author, { targetPages: 40, language: 'uk' });
      const of = async (query: string, status = 200) => {
        const path = `/generate/forecast?${query}`;
        return (await fixture.send(author, 'get', path).expect(status)).body as object;
      };
      const forecasted = await of('targetPages=40&language=uk');
      expect(await estimate(fixture, author, documentId)).toMatchObject(forecasted);
      expect(forecasted).not.toEqual(await of('targetPages=40&language=en'));
      await of('targetPages=201', 422);
    }));

  it('counts the calls of a model, and says whether today’s tokens are enough', () =>
    running({ ...MODEL, DAILY_TOKEN_LIMIT: '1000' }, async (fixture, author) => {
      const documentId = await fixture.sampleDocument(author);
      const found = await estimate(fixture, author, documentId);
      expect(found).toMatchObject({ tokensLeftToday: 1000, enough: false });
      expect(found.tokens.most).toBeGreaterThan(found.tokens.least);
      // an outline, three calls a section, and vectors for the sample's passages
      expect(found.calls).toBeGreaterThan(1 + 3 * found.sections);
    }));

  it('says what the tokens cost where the prices of all models are known', async () => {
    const costs: GenerationEstimate['cost'][] = [];
    const prices = ['wise=2/10', 'wise=2/10, wiser=4/20', 'wise=2/10, wiser=4/20, near=100/0'];
    for (const LLM_PRICES of prices) {
      const environment = { ...MODEL, LLM_MODELS: 'wise,wiser,offline', LLM_PRICES };
      await running({ ...environment, LLM_CURRENCY: 'EUR' }, async (fixture, author) => {
        const documentId = await fixture.sampleDocument(author);
        costs.push((await estimate(fixture, author, documentId)).cost);
      });
    }
    const [unknown, known, embedded] = costs;
    expect(unknown).toBeNull();
    if (!known || !embedded) throw new Error('no cost');
    expect(known).toMatchObject({ currency: 'EUR' });
    expect(known.least).toBeGreaterThan(0);
    expect(known.most).toBeGreaterThan(2 * known.least);
    expect(embedded.least).toBe(known.least);
    expect(embedded.most).toBeGreaterThan(known.most);
  });

  it('reckons prices of what is read and what is written', () => {
    const expected = { calls: 1, least: 1_000_000, most: 3_000_000 };
    const written = { least: 200_000, most: 1_000_000 };
    const prices = new Map([['wise', { input: 2, output: 10 }]]);
    const of = (currency: string) =>
      costOf({ ...expected, written }, ['wise'], 0, {
        ...{ prices, currency, embeddingModel: undefined },
      });
    expect(of('USD')).toEqual({ least: 360, most: 1400, currency: 'USD' });
    expect(of('JPY')).toEqual({ least: 4, most: 14, currency: 'JPY' });
    expect(of('KWD')).toEqual({ least: 3600, most: 14_000, currency: 'KWD' });
  });

  it('goes by what sections have lately taken', () =>
    running({ ...MODEL, LLM_CALLS_PER_DOCUMENT: '1' }, async (fixture, author) => {
      const documentId = await fixture.sampleDocument(author);
      const { sections } = await estimate(fixture, author, documentId);
      await fixture.query(
        `with job as (insert into jobs (id, document_id, owner_id, status, stage)
           select gen_random_uuid(), $1, $2, 'completed', 'done' returning id)
         insert into job_steps (job_id, step, result, duration_ms)
         select id, 'section:1', '{"writer": "wise"}'::jsonb, 7000 from job
         union all select id, 'outline', '{}', 5000 from job
         union all select id, 'section:2', '{"writer": "other"}', 900000 from job`,
        [documentId, author.userId],
      );
      const { seconds } = await estimate(fixture, author, documentId);
      expect(seconds).toBe(5 + sections * 7);
    }));

  it('grows with the words and with the steps, in every language', () => {
    const words = fc.array(fc.integer({ min: 50, max: 3000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.constantFrom(...DOCUMENT_LANGUAGES), (sections, language) => {
        const all = { model: true, polish: true, judge: true };
        const whole = forecast({ outline: true, sections }, language, all);
        expect(whole.most).toBeGreaterThan(whole.least);
        expect(whole.written.least).toBeLessThan(whole.least);
        expect(whole.written.most).toBeLessThan(whole.most);
        const fewer = forecast({ outline: false, sections: sections.slice(1) }, language, all);
        expect(fewer.least).toBeLessThan(whole.least);
        const draft = { model: true, polish: false, judge: false };
        const plain = forecast({ outline: true, sections }, language, draft);
        expect(plain.most).toBeLessThan(whole.most);
        expect(plain.calls).toBe(sections.length + 1);
      }),
    );
  });
});
