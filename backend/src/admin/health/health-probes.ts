import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Parts } from '../../health';
import type { HealthPart } from '../dto/health';

/** As long as readiness waits; an admin would rather see the page. */
const TIMEOUT_MS = 2_000;

/** What is asked, if it answers in time; null else. */
export async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  const timeout = new AbortController();
  const late = delay(TIMEOUT_MS, null, { signal: timeout.signal }).catch(() => null);
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    timeout.abort();
  }
}

/** Asks each part of readiness, and how long that takes. */
@Injectable()
export class HealthProbes {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly parts: Parts,
  ) {}

  run(): Promise<HealthPart[]> {
    return Promise.all([
      this.probe('database', () => this.dataSource.query('select 1')),
      ...this.parts.all().map(([name, ask]) => this.probe(name, ask)),
    ]);
  }

  private async probe(name: string, ask: () => Promise<unknown>): Promise<HealthPart> {
    const started = performance.now();
    const answered = await inTime(ask().then(() => true));
    if (answered === null) return { name, state: 'down', latencyMs: null };
    return { name, state: 'up', latencyMs: Math.round((performance.now() - started) * 10) / 10 };
  }
}
