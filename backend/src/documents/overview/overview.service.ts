import { Injectable } from '@nestjs/common';
import { type Page, type PageQuery, toPage } from '../../common';
import type { ActivityEvent } from '../dto/activity';
import type { DocumentFacts } from '../dto/facts';
import type { DocumentStats } from '../dto/stats';
import { ActivityQuery } from './activity.query';
import { FactsQuery } from './facts.query';
import { StatsQuery } from './stats.query';

/** What an account has, has used and has lately done. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly statistics: StatsQuery,
    private readonly events: ActivityQuery,
    private readonly facts: FactsQuery,
  ) {}

  stats(ownerId: string): Promise<DocumentStats> {
    return this.statistics.of(ownerId);
  }

  async activity(ownerId: string, query: PageQuery): Promise<Page<ActivityEvent>> {
    const { items, total } = await this.events.list(ownerId, query);
    return toPage(items, total, query);
  }

  async factsOf(ownerId: string, ids: readonly string[]): Promise<{ items: DocumentFacts[] }> {
    return { items: await this.facts.of(ownerId, ids) };
  }
}
