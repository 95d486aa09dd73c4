import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_MS = 100;
const LOOK_TIMEOUT_MS = 2_000;

/**
 * A small balancer: sends each request to the next API that says it is ready, as often as it asks,
 * and tries nothing twice, so that every fault is seen.
 */
export class Balancer {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly ready = new Set<number>();
  private readonly server: Server;
  private readonly timer: NodeJS.Timeout;
  private turn = 0;

  /** @param ports of the APIs, on this machine */
  constructor(private readonly ports: readonly number[]) {
    this.server = createServer((incoming, outgoing) => {
      const ready = this.ports.filter((port) => this.ready.has(port));
      const port = ready[this.turn++ % Math.max(1, ready.length)];
      if (port === undefined) {
        // To be told from a connection that an API has cut off
        incoming.resume();
        return outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('Nobody is ready.');
      }
      const { method, url, headers } = incoming;
      const passed = request(
        { port, host: '127.0.0.1', method, path: url, headers, agent: this.agent },
        (answer) => {
          const { connection: _, ...kept } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 502, kept);
          answer.pipe(outgoing);
        },
      );
      passed.on('error', () => outgoing.destroy());
      return incoming.pipe(passed);
    });
    this.timer = setInterval(() => {
      for (const port of this.ports) this.look(port);
    }, LOOK_MS);
  }

  /** @returns its port */
  async listen(port: number): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  isReady(port: number): boolean {
    return this.ready.has(port);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.server.closeAllConnections();
    this.server.close();
    this.agent.destroy();
    await once(this.server, 'close');
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private look(port: number): void {
    const note = (isReady: boolean) => {
      if (isReady) this.ready.add(port);
      else this.ready.delete(port);
    };
    const url = `http://127.0.0.1:${String(port)}/health/ready`;
    const answered = (answer: IncomingMessage) => {
      answer.resume();
      note(answer.statusCode === 200);
    };
    const look = get(url, { timeout: LOOK_TIMEOUT_MS }, answered);
    look.on('timeout', () => look.destroy()).on('error', () => note(false));
  }
}
