import { z } from 'zod';
import { Order, PageQuery } from '../../common';

const DAY_MS = 86_400_000;
const MAX_DAYS = 1100;
const SHOWN_DAYS = 30;

export const COST_GROUPS = ['day', 'week', 'month', 'model', 'user', 'institution'] as const;

export type CostGrouping = (typeof COST_GROUPS)[number];

const dayAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const fields = {
  groupBy: z.enum(COST_GROUPS).default('day').describe('Weeks begin on Mondays; days are UTC'),
  from: z.iso.date().optional().describe('First day; 30 days to today without'),
  to: z.iso.date().optional().describe('Last day; today without'),
};

/** Money of several currencies has no order. */
const sorting = {
  sort: z
    .enum(['calls', 'tokensIn', 'tokensOut', 'unpricedTokens'])
    .optional()
    .describe('Without: times in their order, everything else by its tokens'),
  order: Order.default('desc').describe('Of `sort`'),
};

interface Days {
  from: string;
  to: string;
}

const withDays = <Query extends Partial<Record<keyof Days, string | undefined>>>(query: Query) => ({
  ...query,
  from: query.from ?? dayAgo(SHOWN_DAYS - 1),
  to: query.to ?? dayAgo(0),
});

const inOrder = ({ from, to }: Days) => from <= to;
const ORDER = { path: ['to'], message: 'Must not be before from.' };
const few = ({ from, to }: Days) => Date.parse(to) - Date.parse(from) < MAX_DAYS * DAY_MS;
const FEW = { path: ['to'], message: 'Ask for three years at most.' };

export const CostExportQuery = z
  .object(fields)
  .transform(withDays)
  .refine(inOrder, ORDER)
  .refine(few, FEW);

export type CostExportQuery = z.infer<typeof CostExportQuery>;

export const CostQuery = PageQuery.extend({ ...fields, ...sorting })
  .transform(withDays)
  .refine(inOrder, ORDER)
  .refine(few, FEW);

export type CostQuery = z.infer<typeof CostQuery>;

export const Money = z
  .object({ amount: z.int().describe('In minor units'), currency: z.string() })
  .meta({ id: 'Money' });

export type Money = z.infer<typeof Money>;

const sums = {
  calls: z.int(),
  tokensIn: z.int(),
  tokensOut: z.int(),
  unpricedTokens: z.int().describe('Of models whose price was not known at the time'),
  cost: z.array(Money).describe('By currency; empty where no price was known'),
};

export const CostSums = z.object(sums).meta({ id: 'CostSums' });

export type CostSums = z.infer<typeof CostSums>;

export const CostGroup = z
  .object({
    key: z
      .string()
      .nullable()
      .describe('First day of a week, YYYY-MM, a model or an id; null: nobody’s (any more)'),
    label: z.string().nullable().describe('Address of a user, name of an institution'),
    ...sums,
  })
  .meta({ id: 'CostGroup' });

export type CostGroup = z.infer<typeof CostGroup>;

export const CostReport = z
  .object({
    groupBy: z.enum(COST_GROUPS),
    from: z.iso.date(),
    to: z.iso.date(),
    items: z.array(CostGroup),
    total: z.int().describe('Groups of all pages'),
    page: z.int(),
    perPage: z.int(),
    totalPages: z.int(),
    totals: CostSums.describe('Of all pages'),
  })
  .meta({ id: 'CostReport' });

export type CostReport = z.infer<typeof CostReport>;
