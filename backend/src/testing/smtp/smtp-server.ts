import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The SMTP status with which one message is refused. */
export type Reply = 421 | 451 | 550;

export interface Seen {
  /** As they came over the wire. */
  messages: string[];
  recipients: string[];
  /** Messages offered, taken or not. */
  tries: number;
}

/** A real SMTP server in a process of its own; it offers no encryption. */
export class SmtpServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Answers the first messages with `replies` and takes all others. */
  static async start(replies: readonly Reply[] = []): Promise<SmtpServer> {
    const transpile = join(__dirname, '..', 'jobs', 'transpile.cjs');
    const child = fork(join(__dirname, 'server.ts'), replies.map(String), {
      execArgv: ['--require', transpile],
    });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new SmtpServer(child, `smtp://127.0.0.1:${String(port)}`);
  }

  async seen(): Promise<Seen> {
    const answer = once(this.child, 'message');
    this.child.send('seen');
    const [seen] = (await answer) as [Seen];
    return seen;
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.disconnect();
    await exit;
  }
}
