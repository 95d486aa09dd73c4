import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { toPage } from '../../common';
import type {
  CostExportQuery,
  CostGroup,
  CostGrouping,
  CostQuery,
  CostReport,
} from './cost-report';
import { groupsOf, totalsOf, type UsageRow } from './cost-sums';

interface Grouping {
  key: string;
  label: string;
  order: string;
}

const inTime = (key: string): Grouping => ({ key, label: 'null::text', order: 'key' });

const BY_TOKENS = 'sum(sum(m.tokens_in + m.tokens_out)) over (partition by key) desc, key';

const GROUPINGS: Record<CostGrouping, Grouping> = {
  day: inTime('m.day::text'),
  week: inTime(`date_trunc('week', m.day)::date::text`),
  month: inTime(`to_char(m.day, 'YYYY-MM')`),
  model: { key: 'm.model', label: 'null::text', order: BY_TOKENS },
  user: { key: 'u.id::text', label: 'u.email', order: BY_TOKENS },
  institution: { key: 'i.id::text', label: 'i.name', order: BY_TOKENS },
};

const usageBy = ({ key, label, order }: Grouping) => `select key, label, m.currency,
    sum(m.calls)::float8 as calls, sum(m.tokens_in)::float8 as "tokensIn",
    sum(m.tokens_out)::float8 as "tokensOut", sum(m.cost)::float8 as cost
  from model_usage m
    left join users u on u.id = m.user_id
    left join institutions i on i.mail_domain = split_part(u.email, '@', 2),
    lateral (select ${key} as key, ${label} as label) groups
  where m.day between $1::date and $2::date
  group by key, label, m.currency order by ${order}, m.currency`;

const TODAY = `(now() at time zone 'utc')::date`;

const TOKENS = `select coalesce(sum(used), 0)::float8 as total,
    coalesce(sum(used) filter (where day = ${TODAY}), 0)::float8 as today from token_usage`;

const TOKENS_BY_DAY = `select day::text as day, sum(used)::float8 as tokens
  from token_usage where day >= $1::date group by day`;

/** What calls to models have used and cost, of all users. */
@Injectable()
export class ModelCosts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Times in their order, everything else by its tokens, the most first. */
  async groups({ groupBy, from, to }: CostExportQuery): Promise<CostGroup[]> {
    const sql = usageBy(GROUPINGS[groupBy]);
    return groupsOf(await this.dataSource.query<UsageRow[]>(sql, [from, to]));
  }

  /** All groups are read for their sums; a page of them is answered. */
  async report(query: CostQuery): Promise<CostReport> {
    const { groupBy, from, to, page, perPage } = query;
    const groups = await this.groups(query);
    const items = sorted(groups, query).slice((page - 1) * perPage, page * perPage);
    const totals = totalsOf(groups);
    return { groupBy, from, to, ...toPage(items, groups.length, query), totals };
  }

  /** Of the accounts there are, whatever the model. */
  async tokens(): Promise<{ total: number; today: number }> {
    const [row] = await this.dataSource.query<[{ total: number; today: number }]>(TOKENS);
    return row;
  }

  /** Days with any, from the first on. */
  tokensByDay(firstDay: string): Promise<{ day: string; tokens: number }[]> {
    return this.dataSource.query(TOKENS_BY_DAY, [firstDay]);
  }
}

function sorted(groups: readonly CostGroup[], { sort, order }: CostQuery): readonly CostGroup[] {
  if (sort === undefined) return groups;
  const rising = groups.toSorted((one, other) => one[sort] - other[sort]);
  return order === 'asc' ? rising : rising.reverse();
}
