import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../config';

const LOOK_MS = 15_000;

/** Whether none has been begun for so many minutes. */
const DUE = {
  backup: `select not exists (select 1 from backups
    where started_at > now() - $1 * interval '1 minute') as due`,
  'restore-drill': `select not exists (select 1 from restore_drills
    where started_at > now() - $1 * interval '1 minute') and exists (select 1 from backups
    where finished_at is not null and error is null) as due`,
} as const;

type Program = keyof typeof DUE;

/**
 * Starts backups and drills when they are due: as programs of their own, since copying everything
 * would keep a worker from its jobs, and what it takes of memory ends with it. Any number of workers
 * look; the programs see to it that one works at a time.
 */
@Injectable()
export class BackupSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(BackupSchedule.name);
  private readonly stopping = new AbortController();
  private readonly running = new Map<Program, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  onApplicationBootstrap(): void {
    const { everyMinutes, drillEveryHours } = this.config.backup;
    if (everyMinutes === undefined) return;
    this.timer = setInterval(() => {
      // Beside each other: a drill takes longer than a backup may be late
      this.startIfDue('backup', everyMinutes);
      this.startIfDue('restore-drill', drillEveryHours * 60);
    }, LOOK_MS);
  }

  /** A backup that is cut off leaves something unfinished, which the next one deletes. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await Promise.all(this.running.values());
  }

  private startIfDue(program: Program, everyMinutes: number): void {
    if (this.running.has(program)) return;
    const run = async () => {
      if (await this.isDue(program, everyMinutes)) await this.run(program);
    };
    const running = run()
      .catch((error: unknown) => {
        this.logger.error({ err: error }, `${program} could not be started.`);
      })
      .finally(() => this.running.delete(program));
    this.running.set(program, running);
  }

  private async isDue(program: Program, minutes: number): Promise<boolean> {
    const [row] = await this.dataSource.query<{ due: boolean }[]>(DUE[program], [minutes]);
    return row?.due === true;
  }

  private async run(program: Program): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    const child = fork(join(__dirname, `${program}.js`), { signal, silent: true });
    child.on('error', () => undefined);
    const exit = once(child, 'exit') as Promise<[number | null]>;
    const outputs = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
    const [said, problem] = await Promise.all(outputs);
    const [code] = await exit;
    if (code === 0) this.logger.log(`${program}: ${String(said).trim()}`);
    else if (!signal.aborted) this.logger.error(`${program} failed: ${String(problem).trim()}`);
  }
}
