import { newId } from '../../common';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { testApp, type TestApp } from '../../testing/test-app';
import { DocumentsModule } from '../documents.module';
import type { ActivityEvent } from '../dto/activity';
import type { DocumentFacts } from '../dto/facts';
import type { DocumentStats } from '../dto/stats';

let target: TestApp;
let fixture: WritingFixture;

beforeAll(async () => {
  const features = { imports: [DocumentsModule, SourcesModule] };
  target = await testApp({ features, environment: { RATE_LIMIT_DISABLED: 'true' } });
  fixture = new WritingFixture(target);
});

afterAll(() => target.close());

async function get<Body>(author: Author, path: string): Promise<Body> {
  return (await fixture.send(author, 'get', path).expect(200)).body as Body;
}

const statsOf = (author: Author) => get<DocumentStats>(author, '/documents/stats');

const activityOf = (author: Author, query = '') =>
  get<{ items: ActivityEvent[]; total: number }>(author, `/documents/activity${query}`);

/** A payment, with what came back of it; as of `paidAt`, in SQL. */
async function pay(author: Author, documentId: string, amount: number, paidAt = 'now()') {
  const [row] = await fixture.query<{ id: string }>(
    `insert into payments (id, user_id, document_id, status, pages, currency, page_price, amount,
       vat_basis_points, vat, valid_until, paid_at)
     values ($1, $2, $3, 'paid', 10, 'EUR', 50, $4, 0, 0, now(), ${paidAt}) returning id`,
    [newId(), author.userId, documentId, amount],
  );
  return row?.id ?? '';
}

async function refund(paymentId: string, amount: number, status: string): Promise<void> {
  await fixture.query(
    `insert into refunds (id, payment_id, cause, reason, status, amount)
     values ($1, $2, 'request', '', $3, $4)`,
    [newId(), paymentId, status, amount],
  );
}

/** A document with the sample's sources, an outline, and one section of its owner's own words. */
async function written(author: Author): Promise<string> {
  const id = await fixture.sampleDocument(author);
  const sections = ['One', 'Two'].map((title) => ({ title, level: 1 }));
  await fixture.put(author, `/documents/${id}/outline`, { sections });
  const [first] = (await fixture.read(author, id)).sections;
  const [key = ''] = await keys(id);
  const content = `${'word '.repeat(700)}[@${key}].`;
  await fixture.edit(author, `/documents/${id}/sections/${first?.id ?? ''}`, { content });
  return id;
}

async function keys(documentId: string): Promise<string[]> {
  const sql = 'select key from sources where document_id = $1 order by key';
  return (await fixture.query<{ key: string }>(sql, [documentId])).map(({ key }) => key);
}

describe('the statistics of an account', () => {
  it('are all zero where there is nothing', async () => {
    expect(await statsOf(await fixture.author())).toEqual({
      documents: {
        ...{ total: 0, archived: 0 },
        byStatus: { draft: 0, outlined: 0, generating: 0, completed: 0 },
      },
      ...{ words: 0, estimatedPages: 0, sources: 0, citations: 0, exports: 0 },
      tokens: { today: 0, total: 0 },
      money: [],
    });
  });

  it('count what its documents have, and nothing of others', async () => {
    const [author, stranger] = [await fixture.author(), await fixture.author()];
    const id = await written(author);
    await fixture.document(author);
    await written(stranger);
    await fixture.query(
      `insert into exports (id, document_id, format, content_hash, storage_key, sha256, file_size)
       values ($1, $2, 'pdf', '', '', '', 1)`,
      [newId(), id],
    );
    const stats = await statsOf(author);
    expect(stats.documents.byStatus).toMatchObject({ draft: 1, outlined: 1 });
    expect(stats).toMatchObject({ words: 700, estimatedPages: 2, citations: 1, exports: 1 });
    expect(stats.sources).toBe((await keys(id)).length);
  });

  it('tell today’s tokens and money from those of all days', async () => {
    const author = await fixture.author();
    const id = await fixture.document(author);
    for (const [days, used] of [
      [0, 70],
      [1, 500],
    ]) {
      await fixture.query(
        `insert into token_usage (user_id, day, used)
         values ($1, (now() at time zone 'utc')::date - $2::int, $3)`,
        [author.userId, days, used],
      );
    }
    const first = await pay(author, id, 1000, `now() - interval '25 hours'`);
    await refund(first, 300, 'succeeded');
    await refund(first, 700, 'rejected');
    await pay(author, id, 200);
    await pay(author, id, 5000, 'null');
    const { tokens, money } = await statsOf(author);
    expect(tokens).toEqual({ today: 70, total: 570 });
    expect(money).toEqual([{ currency: 'EUR', today: 200, total: 1200, refunded: 300 }]);
  });
});

describe('the activity of an account', () => {
  it('gathers what happened to one document within an hour, newest first', async () => {
    const author = await fixture.author();
    const id = await written(author);
    await written(await fixture.author());
    const { items, total } = await activityOf(author);
    expect(items.map(({ kind, count }) => [kind, count])).toEqual([
      ['section_edited', 1],
      ['outline_made', 1],
      ['source_added', (await keys(id)).length],
      ['document_created', 1],
    ]);
    expect(total).toBe(4);
    expect(items[0]).toMatchObject({ documentId: id, subject: 'One' });
    expect(items[2]?.subject).toBeNull();
  });

  it('names the end of jobs, and payments of documents that are gone', async () => {
    const author = await fixture.author();
    const id = await fixture.document(author);
    await pay(author, newId(), 1000);
    for (const status of ['failed', 'completed']) {
      await fixture.query(
        `insert into jobs (id, document_id, owner_id, status, finished_at)
         values ($1, $2, $3, $4, now())`,
        [newId(), id, author.userId, status],
      );
    }
    const { items } = await activityOf(author);
    expect(items.map(({ kind }) => kind).sort()).toEqual(
      ['document_created', 'job_completed', 'job_failed', 'paid'].sort(),
    );
    expect(items.find(({ kind }) => kind === 'paid')).toMatchObject({
      ...{ documentId: null, documentTitle: null, amount: 1000, currency: 'EUR' },
    });
  });

  it('comes by pages', async () => {
    const author = await fixture.author();
    await fixture.document(author);
    await fixture.document(author, { title: 'Another' });
    const first = await activityOf(author, '?perPage=1');
    expect(first).toMatchObject({ total: 2, items: [{ documentTitle: 'Another' }] });
    expect(await activityOf(author, '?perPage=1&page=9')).toMatchObject({ total: 2, items: [] });
  });
});

describe('the facts of documents', () => {
  it('are those of the caller’s own among the ids', async () => {
    const [author, stranger] = [await fixture.author(), await fixture.author()];
    const id = await written(author);
    const theirs = await fixture.document(stranger);
    await refund(await pay(author, id, 1000), 100, 'succeeded');
    await fixture.query(
      `insert into jobs (id, document_id, owner_id, status, sections_done, sections_total, tokens_used)
       values ($1, $2, $3, 'cancelling', 1, 2, 900)`,
      [newId(), id, author.userId],
    );
    expect(await get(author, `/documents/facts?ids=${id},${theirs}`)).toEqual({
      items: [
        {
          documentId: id,
          sources: (await keys(id)).length,
          ...{ sections: 2, sectionsWritten: 1, estimatedPages: 2, tokensUsed: 900 },
          paid: [{ currency: 'EUR', amount: 900 }],
          lastJob: { status: 'running', sectionsDone: 1, sectionsTotal: 2 },
        },
      ],
    });
  });

  it('count no heading that is not meant to have a text, until somebody writes one', async () => {
    const author = await fixture.author();
    const id = await fixture.document(author);
    const sections = [
      { title: 'Chapter', level: 1, targetWords: 0 },
      { title: 'Part', level: 2, targetWords: 300 },
    ];
    await fixture.put(author, `/documents/${id}/outline`, { sections });
    const counts = async () => {
      const facts = await get<{ items: DocumentFacts[] }>(author, `/documents/facts?ids=${id}`);
      return facts.items.map((one) => [one.sectionsWritten, one.sections]);
    };
    expect(await counts()).toEqual([[0, 1]]);
    const [chapter] = (await fixture.read(author, id)).sections;
    const path = `/documents/${id}/sections/${chapter?.id ?? ''}`;
    await fixture.edit(author, path, { content: 'An opening.' });
    expect(await counts()).toEqual([[1, 2]]);
  });

  it.each(['', '?ids=', '?ids=x', `?ids=${'x,'.repeat(300)}`])('refuse %s', async (query) => {
    await fixture.send(await fixture.author(), 'get', `/documents/facts${query}`).expect(422);
  });
});
