import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config';
import { type Settings, settingsOf } from './settings';
import { SettingsNews } from './settings-news';
import { SettingsRepository } from './settings.repository';

/** How long a change can take whose news was lost. */
const REREAD_MS = 2_000;

/** For limits: what is known is too old to rely on. */
const STALE_MS = 30_000;

/**
 * What holds in this process: the environment, and over it what was stored. Read from memory, since
 * every request and every call of a model asks; renewed on news, and every two seconds in case
 * some was lost.
 */
@Injectable()
export class CurrentSettings implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(CurrentSettings.name);
  private readonly defaults: Settings;
  private current: Settings;
  private readAt = -Infinity;
  private reading: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIGURATION) config: Configuration,
    private readonly repository: SettingsRepository,
    private readonly news: SettingsNews,
  ) {
    this.defaults = settingsOf(config);
    this.current = this.defaults;
  }

  /** As they were a moment ago. */
  get now(): Settings {
    return this.current;
  }

  /** For limits. @throws whatever the database does when it cannot be asked for too long */
  async reliable(): Promise<Settings> {
    if (performance.now() - this.readAt > STALE_MS) await this.refresh();
    return this.current;
  }

  /** Without what was stored no process starts: it might be off, or limited. */
  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.news.listen(() => this.refresh().catch(this.report));
    this.repeat();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Reads what is stored now; one that has begun may have read before the change. */
  refresh(): Promise<void> {
    this.reading = this.reading.catch(() => undefined).then(() => this.read());
    return this.reading;
  }

  private async read(): Promise<void> {
    const asked = performance.now();
    const latest = await this.repository.latest();
    this.current = Object.freeze({ ...this.defaults, ...latest?.stored });
    this.readAt = asked;
  }

  private repeat(): void {
    this.timer = setTimeout(() => {
      void this.refresh()
        .catch(this.report)
        .finally(() => {
          if (!this.stopped) this.repeat();
        });
    }, REREAD_MS).unref();
  }

  private readonly report = (error: unknown): void => {
    if (!this.stopped) this.logger.warn({ err: error }, 'Settings could not be read again.');
  };
}
