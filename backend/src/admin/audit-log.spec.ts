import { newId } from '../common';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { AdminModule } from './admin.module';

const DEAN = 'dean@example.org';
/** More than one batch of an export. */
const MANY = 2345;

let target: TestApp;
let dean: TestClient;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN };
  target = await testApp({ features: { imports: [AdminModule] }, environment });
  dean = await new TestClient(target).signIn(DEAN);
});

afterAll(() => target.close());

/** Events about one subject, a minute after the other. */
async function events(count: number): Promise<string> {
  const subjectId = newId();
  const ids = Array.from({ length: count }, () => newId());
  await target.database.dataSource.query(
    `insert into audit_events (id, at, action, subject_id, details)
     select id, '2026-01-01T00:00:00Z'::timestamptz + ordinality * interval '1 minute',
       'account.blocked', $2, jsonb_build_object('reason', '=' || ordinality)
     from unnest($1::uuid[]) with ordinality as t (id, ordinality)`,
    [ids, subjectId],
  );
  return subjectId;
}

interface Entries {
  total: number;
  items: { at: string }[];
}

describe('the audit log', () => {
  it('is read by time, either way', async () => {
    const subjectId = await events(5);
    const of = async (query: string) => {
      const path = `/admin/audit-log?subjectId=${subjectId}&${query}`;
      const { total, items } = (await dean.send('get', path).expect(200)).body as Entries;
      return { total, minutes: items.map(({ at }) => new Date(at).getUTCMinutes()) };
    };
    expect(await of('perPage=2')).toEqual({ total: 5, minutes: [5, 4] });
    expect(await of('perPage=2&order=asc')).toEqual({ total: 5, minutes: [1, 2] });
    const window = 'from=2026-01-01T00:02:00Z&to=2026-01-01T00:04:00Z';
    expect(await of(`${window}&order=asc`)).toEqual({ total: 2, minutes: [2, 3] });
    expect(await of('action=account.unblocked')).toEqual({ total: 0, minutes: [] });
    await dean.send('get', '/admin/audit-log?from=yesterday').expect(422);
  });

  it('comes as a file, all of it and in order, and no cell is a formula', async () => {
    const subjectId = await events(MANY);
    const path = `/admin/audit-log/export?subjectId=${subjectId}&order=asc`;
    const { text } = await dean.send('get', path).expect(200);
    const [header, ...rows] = text.trimEnd().split('\r\n');
    expect(header).toBe('id,time,action,actor,subject,address,request,details');
    expect(rows.length).toBe(MANY);
    const reasons = rows.map((row) => Number(/""=(\d+)""/.exec(row)?.[1]));
    expect(reasons).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
  });

  it('has the export itself', async () => {
    await dean.send('get', '/admin/audit-log/export?action=sign_in.failed').expect(200);
    const { body } = await dean.send('get', '/admin/audit-log?perPage=2').expect(200);
    const details = { method: 'GET', path: '/api/v1/admin/audit-log/export' };
    expect((body as { items: object[] }).items[1]).toMatchObject({ details });
  });
});
