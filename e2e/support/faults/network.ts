import { setTimeout as delay } from 'node:timers/promises';
import { TcpProxy } from '../../../backend/src/testing/tcp-proxy';

/** How long the network fails. */
const FAILING_MS = 5_000;
const LATENCY_MS = 200;

/** What a network does to the connections between two parts, each with the end of it. */
export const NETWORK_FAULTS = {
  /** Nothing comes through, and after a while all of it. */
  blackhole: async (way: TcpProxy) => {
    way.swallow();
    await delay(FAILING_MS);
    way.mend();
  },
  /** Nothing comes through, and only new connections do afterwards. */
  'blackhole, forgotten': async (way: TcpProxy) => {
    way.swallow();
    await delay(FAILING_MS);
    way.mendForNew();
  },
  reset: async (way: TcpProxy) => {
    way.reset();
    await delay(FAILING_MS);
    way.mend();
  },
  latency: async (way: TcpProxy) => {
    way.delay(LATENCY_MS);
    await delay(FAILING_MS);
    way.mend();
  },
} satisfies Record<string, (way: TcpProxy) => Promise<void>>;

export type NetworkFault = keyof typeof NETWORK_FAULTS;

/** A way of its own to a server, for one part. */
export async function wayTo(url: string): Promise<{ way: TcpProxy; url: string }> {
  const way = new TcpProxy(new URL(url));
  return { way, url: await way.listen() };
}
