import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const TRANSPILE = join(__dirname, 'jobs', 'transpile.cjs');

/**
 * A double that speaks a real protocol in a process of its own. Its script says `{ port }` once it
 * listens, answers each command by one message, and ends when the test's process lets go of it.
 */
export class ServerProcess<Command extends object, Answer> {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start<Command extends object, Answer>(
    script: string,
    args: readonly string[] = [],
  ): Promise<ServerProcess<Command, Answer>> {
    const child = fork(script, args, { execArgv: ['--require', TRANSPILE] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new ServerProcess(child, port);
  }

  async ask(command: Command): Promise<Answer> {
    const answered = once(this.child, 'message');
    this.child.send(command);
    const [answer] = (await answered) as [Answer];
    return answer;
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.disconnect();
    await exit;
  }
}
