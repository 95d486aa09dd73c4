import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { toProblemException } from '../../common';
import { ModelHealth } from '../../generation';
import { Readiness } from '../../health';
import { JobCounts, JobQueue } from '../../jobs';
import type { AdminHealth, HealthPart } from '../dto/health';
import { HealthProbes, inTime } from './health-probes';

const PACKAGE = join(__dirname, '../../../../package.json');

const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };

interface Verdict {
  ready: boolean;
  detail: string | null;
  /** Down or up, by part. */
  states: ReadonlyMap<string, HealthPart['state']>;
}

/** How the process and what it stands on are, answered also when some of it is away. */
@Injectable()
export class HealthReport {
  constructor(
    private readonly readiness: Readiness,
    private readonly probes: HealthProbes,
    private readonly counts: JobCounts,
    private readonly queue: JobQueue,
    private readonly models: ModelHealth,
  ) {}

  async read(): Promise<AdminHealth> {
    const [{ states, ...verdict }, probed, queue, workers] = await Promise.all([
      this.verdict(),
      this.probes.run(),
      inTime(this.counts.queue()),
      inTime(this.queue.workers()),
    ]);
    return {
      ...verdict,
      parts: [...probed, ...others(states, probed)],
      queue,
      workers,
      breakers: this.models.breakers(),
      version,
      uptimeSeconds: Math.round(process.uptime()),
    };
  }

  private async verdict(): Promise<Verdict> {
    try {
      const { details } = await this.readiness.check();
      const states = Object.entries(details).map(([name, { status }]) => {
        return [name, status === 'up' ? 'up' : 'down'] as const;
      });
      return { ready: true, detail: null, states: new Map(states) };
    } catch (error) {
      const { detail, errors = [] } = toProblemException(error);
      const states = errors.map(({ pointer }) => [pointer.slice(1), 'down'] as const);
      return { ready: false, detail, states: new Map(states) };
    }
  }
}

/** Parts of readiness that are not probed here. */
function others(states: Verdict['states'], probed: readonly HealthPart[]): HealthPart[] {
  const names = probed.map(({ name }) => name);
  return [...states]
    .filter(([name]) => !names.includes(name))
    .map(([name, state]) => ({ name, state, latencyMs: null }));
}
