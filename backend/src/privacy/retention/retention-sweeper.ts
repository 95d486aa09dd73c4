import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../config';
import { MailService } from '../../mail';
import { Storage } from '../../storage';
import { daysOf, type RetentionRule, ROWS_AT_ONCE, statementOf } from './retention-rule';
import { RETENTION_RULES } from './retention-rules';

const INTERVAL_MS = 3_600_000;

/** Soon after the start, for processes that never live an hour. */
const FIRST_MS = 60_000;

/** Mails written to a directory instead of a server. */
export const WRITTEN_MAIL_DAYS = 30;

/** Hourly removal of what has had its time. Any number of workers may do it. */
@Injectable()
export class RetentionSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RetentionSweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly mail: MailService,
  ) {}

  onApplicationBootstrap(): void {
    this.wait(FIRST_MS);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One rule that cannot be followed keeps none of the others. */
  async sweep(): Promise<void> {
    for (const rule of RETENTION_RULES) {
      await this.attempt(rule.what, () => this.follow(rule));
    }
    await this.attempt('written mails', () => this.mail.forgetOlderThan(WRITTEN_MAIL_DAYS));
  }

  private wait(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.sweep().then(() => this.wait(INTERVAL_MS));
    }, milliseconds).unref();
  }

  private async attempt(what: string, work: () => Promise<number>): Promise<void> {
    try {
      const count = await work();
      if (count > 0) this.logger.log(`Had their time and are gone: ${what} (${String(count)}).`);
    } catch (error) {
      this.logger.error({ err: error }, `Should be gone, and could not be removed: ${what}.`);
    }
  }

  private async follow(rule: RetentionRule): Promise<number> {
    const period = `${String(daysOf(rule, this.config))} days`;
    const statement = statementOf(rule);
    if (rule.byOwner !== undefined) {
      const [forgotten] = await this.dataSource.query<{ count: string }[]>(statement, [period]);
      return Number(forgotten?.count);
    }
    let total = 0;
    let count: number;
    do {
      const answer = await this.dataSource.query<[{ file: string }[], number]>(statement, [period]);
      const [rows] = answer;
      [, count] = answer;
      total += count;
      // rows first: what is left over by a crash goes with the folder of its document
      if (rule.file !== undefined) for (const { file } of rows) await this.storage.delete(file);
    } while (count === ROWS_AT_ONCE && !this.stopped);
    return total;
  }
}
