import { newId } from '../common';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { AuditLog } from './audit-log';
import { AuditTrail } from './audit-trail';

const ORIGIN = { address: '192.0.2.1', requestId: 'request-1' };

let database: TestDatabase;
let trail: AuditTrail;
let log: AuditLog;

beforeAll(async () => {
  database = await testDatabase();
  trail = new AuditTrail(database.dataSource);
  log = new AuditLog(database.dataSource);
});

afterAll(() => database.drop());

const page = { page: 1, perPage: 20 };

describe('the audit trail', () => {
  it('keeps who did what to whom, from where', async () => {
    const [actorId, subjectId] = [newId(), newId()];
    const details = { role: 'admin' };
    await trail.record({ action: 'account.role_changed', actorId, subjectId, details }, ORIGIN);
    const { items, total } = await log.list({ actorId }, page);
    expect(total).toBe(1);
    expect(items[0]).toEqual({
      id: expect.any(String),
      at: expect.any(Date),
      action: 'account.role_changed',
      actorId,
      subjectId,
      details,
      ...ORIGIN,
    });
  });

  it('has nothing of what was undone', async () => {
    const actorId = newId();
    const undone = database.dataSource.transaction(async (manager) => {
      await trail.record({ action: 'session.ended', actorId }, ORIGIN, manager);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await log.list({ actorId }, page)).total).toBe(0);
  });

  it('is read by action, actor and subject, the newest first', async () => {
    const actorId = newId();
    for (const action of ['account.blocked', 'account.unblocked', 'account.blocked'] as const) {
      await trail.record({ action, actorId, subjectId: actorId }, ORIGIN);
    }
    const blocked = await log.list({ action: 'account.blocked', subjectId: actorId }, page);
    expect(blocked.total).toBe(2);
    const all = await log.list({ actorId }, { page: 2, perPage: 2 });
    expect(all.items.map(({ action }) => action)).toEqual(['account.blocked']);
    expect(all.total).toBe(3);
  });

  it.each([
    `update audit_events set action = 'nothing'`,
    'delete from audit_events',
    'truncate audit_events',
  ])('refuses to be changed: %s', async (statement) => {
    await trail.record({ action: 'sign_in.failed', actorId: null }, ORIGIN);
    await expect(database.dataSource.query(statement)).rejects.toThrow('append-only');
  });

  it('forgets where something came from, after 90 days, and nothing else', async () => {
    const aged = (days: number) =>
      database.dataSource.query<{ id: string }[]>(
        `insert into audit_events (id, at, action, address)
         values (gen_random_uuid(), now() - $1 * interval '1 day', 'sign_in.failed', '192.0.2.1')
         returning id`,
        [days],
      );
    const [[old], [young]] = [await aged(91), await aged(89)];
    const change = (what: string, id: string | undefined) =>
      database.dataSource.query(`update audit_events set ${what} where id = $1`, [id]);
    await expect(change('address = null', young?.id)).rejects.toThrow('append-only');
    await expect(change(`address = '192.0.2.2'`, old?.id)).rejects.toThrow('append-only');
    const more = `address = null, action = 'sign_in.succeeded'`;
    await expect(change(more, old?.id)).rejects.toThrow('append-only');
    await change('address = null', old?.id);
  });
});
