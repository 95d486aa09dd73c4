import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A way to a real server that can be cut and mended, to see what a failing network does. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private refusal: 'destroy' | 'resetAndDestroy' | undefined;
  private readonly forgotten: Socket[] = [];
  private silent = false;
  private latency = 0;

  constructor(private readonly upstream: URL) {
    this.server = createServer((client) => {
      this.relay(client);
    });
  }

  /** @returns the upstream's address, by way of this proxy */
  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const url = new URL(this.upstream);
    url.host = `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
    return url.href;
  }

  cut(): void {
    this.refuse('destroy');
  }

  /** Resets every connection, and each that is tried. */
  reset(): void {
    this.refuse('resetAndDestroy');
  }

  /** Takes what is sent and passes nothing on; nobody is told. */
  swallow(): void {
    this.silent = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Passes everything on so much later. */
  delay(ms: number): void {
    this.latency = ms;
  }

  mend(): void {
    this.refusal = undefined;
    this.silent = false;
    this.latency = 0;
    for (const socket of this.sockets) socket.resume();
  }

  /**
   * Mends the way for new connections alone: those of before are never heard of again, as when a
   * firewall has forgotten them or the server's machine is gone.
   */
  mendForNew(): void {
    const before = [...this.sockets];
    this.sockets.clear();
    this.mend();
    this.forgotten.push(...before);
  }

  close(): void {
    this.cut();
    for (const socket of this.forgotten) socket.destroy();
    this.server.close();
  }

  private refuse(how: 'destroy' | 'resetAndDestroy'): void {
    this.refusal = how;
    for (const socket of this.sockets) socket[how]();
  }

  private relay(client: Socket): void {
    if (this.refusal !== undefined) {
      client[this.refusal]();
      return;
    }
    const upstream = connect(Number(this.upstream.port), this.upstream.hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(socket);
      let sent = Promise.resolve();
      socket.on('data', (data) => {
        const { latency } = this;
        sent = sent.then(async () => {
          if (latency > 0) await delay(latency);
          other.write(data);
        });
      });
      socket.on('end', () => void sent.then(() => other.end()));
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      if (this.silent) socket.pause();
    }
  }
}
