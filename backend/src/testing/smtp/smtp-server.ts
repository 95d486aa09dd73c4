import { join } from 'node:path';
import { ServerProcess } from '../server-process';

/** The SMTP status with which one message is refused. */
export type Reply = 421 | 451 | 550;

export interface Seen {
  /** As they came over the wire. */
  messages: string[];
  recipients: string[];
  /** Messages offered, taken or not. */
  tries: number;
}

/** A real SMTP server; it offers no encryption. */
export class SmtpServer {
  private constructor(private readonly process: ServerProcess<{ kind: 'seen' }, Seen>) {}

  /** Answers the first messages with `replies` and takes all others. */
  static async start(replies: readonly Reply[] = []): Promise<SmtpServer> {
    const script = join(__dirname, 'server.ts');
    return new SmtpServer(await ServerProcess.start(script, replies.map(String)));
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.process.port)}`;
  }

  seen(): Promise<Seen> {
    return this.process.ask({ kind: 'seen' });
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
