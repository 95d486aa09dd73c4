import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 15;

/** What an API said at one moment of its shutdown, asked on connections of its own. */
interface Look {
  ready: number;
  /** Of an ordinary route; 0 when nobody listens. */
  route: number;
}

const statusOf = (url: string): Promise<number> =>
  new Promise((resolve) => {
    get(url, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).on('error', () => resolve(0));
  });

/** Looks at an API from before its shutdown until nobody listens. */
export async function watchDrain(port: number): Promise<Look[]> {
  const origin = `http://127.0.0.1:${String(port)}`;
  const looks: Look[] = [];
  for (;;) {
    const look = {
      ready: await statusOf(`${origin}/health/ready`),
      route: await statusOf(`${origin}/health/live`),
    };
    looks.push(look);
    if (look.route === 0) return looks;
    await delay(POLL_MS);
  }
}

/** Whether readiness said no while requests were still answered, and only then the listener closed. */
export function isInOrder(looks: readonly Look[]): boolean {
  const notReady = looks.findIndex(({ ready }) => ready === 503);
  const closed = looks.findIndex(({ route }) => route === 0);
  const between = looks.slice(notReady, closed);
  return notReady >= 0 && between.length > 1 && between.every(({ route }) => route === 200);
}
