import { connect, type Socket } from 'node:net';

/** A TCP connection on which a suite says what it likes, for what no proper client would send. */
export class RawClient {
  received = '';
  closed = false;
  /** Milliseconds since the epoch; 0 while the network has not let it in. */
  connectedAt = 0;
  /** Milliseconds since the epoch; set when the server, or the network, has ended it. */
  closedAt = 0;
  private readonly socket: Socket;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect(Number(port), hostname);
    this.socket.on('connect', () => (this.connectedAt = Date.now()));
    this.socket.on('data', (chunk: Buffer) => (this.received += chunk.toString('latin1')));
    // a reset is one way to be hung up on
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.closed = true;
      this.closedAt = Date.now();
    });
  }

  /** The status of the answer; 0 while there is none. */
  get status(): number {
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.received)?.[1] ?? 0);
  }

  /** @returns whether more can be sent at once */
  send(text: string | Buffer): boolean {
    return !this.closed && this.socket.write(text);
  }

  end(): void {
    this.socket.destroy();
  }
}
