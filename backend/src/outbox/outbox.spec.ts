import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { newId } from '../common';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { DeadLetters } from './dead-letters.query';
import { Outbox } from './outbox';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxRelay } from './outbox-relay';
import type { OutboxTopic } from './outbox-topic';
import { OutboxRepository } from './outbox.repository';
import { pauseAfter } from './retry-schedule';

const PARCEL: OutboxTopic<{ to: string }> = {
  name: 'parcel',
  payload: z.object({ to: z.string() }),
};

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(() => database.dataSource.query('delete from outbox'));

afterAll(() => database.drop());

/** A relay of its own, and what it delivered. */
function relay(failing = false) {
  const handlers = new OutboxHandlers();
  const delivered: { to: string; id: string }[] = [];
  handlers.register(PARCEL, ({ to }, id) => {
    if (failing) return Promise.reject(new Error('nobody at home'));
    delivered.push({ to, id });
    return Promise.resolve();
  });
  const relay = new OutboxRelay(new OutboxRepository(database.dataSource), handlers);
  return { relay, delivered };
}

const add = (key: string, to: string) =>
  database.dataSource.transaction((manager) => new Outbox().add(manager, PARCEL, key, { to }));

/** The pause before the next attempt is over. */
const wait = () => database.dataSource.query('update outbox set due_at = now()');

async function failures(count: number): Promise<void> {
  const { relay: failing } = relay(true);
  for (let attempt = 0; attempt < count; attempt += 1) {
    await failing.relay();
    await wait();
  }
}

beforeEach(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation();
});

afterEach(() => jest.restoreAllMocks());

describe('a message', () => {
  it('is delivered once, however many relays look for it', async () => {
    const relays = Array.from({ length: 4 }, () => relay());
    for (let index = 0; index < 30; index += 1) await add(newId(), String(index));
    await Promise.all(relays.map((one) => one.relay.relay()));
    const all = relays.flatMap(({ delivered }) => delivered.map(({ to }) => Number(to)));
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it('of a cause that has been told already is not added again', async () => {
    const { relay: one, delivered } = relay();
    await add('job 1', 'Ann');
    await one.relay();
    await add('job 1', 'Ann');
    await one.relay();
    expect(delivered).toHaveLength(1);
  });

  it('does not exist when its cause was rolled back', async () => {
    const { relay: one, delivered } = relay();
    const undone = database.dataSource.transaction(async (manager) => {
      await new Outbox().add(manager, PARCEL, 'job 1', { to: 'Ann' });
      throw new Error('the cause failed');
    });
    await expect(undone).rejects.toThrow('the cause failed');
    await one.relay();
    expect(delivered).toEqual([]);
  });

  it('is tried again after a pause, under the same id, when it could not be delivered', async () => {
    await add('job 1', 'Ann');
    await relay(true).relay.relay();
    const { relay: second, delivered } = relay();
    expect(await second.relay()).toBe(0);
    await wait();
    await second.relay();
    const [row] = await database.dataSource.query<{ id: string }[]>('select id from outbox');
    expect(delivered).toEqual([{ to: 'Ann', id: row?.id }]);
  });

  it('comes back when its relay died with it', async () => {
    await add('job 1', 'Ann');
    await new OutboxRepository(database.dataSource).take([PARCEL.name], 1);
    const { relay: second, delivered } = relay();
    expect(await second.relay()).toBe(0);
    await wait();
    await second.relay();
    expect(delivered).toHaveLength(1);
  });

  it('of a topic that this process does not know is left to others', async () => {
    await add('job 1', 'Ann');
    const stranger = new OutboxRelay(
      new OutboxRepository(database.dataSource),
      new OutboxHandlers(),
    );
    expect(await stranger.relay()).toBe(0);
    expect(await relay().relay.relay()).toBe(1);
  });

  it('is given up after a day, loudly, and stays to be looked into', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await add('job 1', 'Ann');
    await failures(20);
    expect(logged).toHaveBeenCalledTimes(1);
    const letters = await new DeadLetters(database.dataSource).list({
      page: 1,
      perPage: 20,
      sort: 'deadAt',
      order: 'desc',
    });
    expect(letters).toMatchObject({
      total: 1,
      items: [{ topic: 'parcel', key: 'job 1', attempts: 10, lastError: 'nobody at home' }],
    });
  });
});

describe('the pauses between attempts', () => {
  it('grow, and end after about a day', () => {
    const pauses: number[] = [];
    for (;;) {
      const pause = pauseAfter(pauses.length + 1);
      if (pause === undefined) break;
      pauses.push(pause);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(16);
    expect(hours).toBeLessThan(30);
  });
});
