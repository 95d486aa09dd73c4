import { Client } from 'pg';

const CONNECT_MS = 10_000;

/** Runs `work` with a connection of its own: a copy of everything is no work for a pool. */
export async function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString,
    application_name: 'tesigo-backup',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // Whatever is under way fails with it; unheard, it would end the process
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Does something with each item, some at the same time. */
export async function eachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const hands = Array.from({ length: atOnce }, async () => {
    for (const item of queue) await work(item);
  });
  await Promise.all(hands);
}
