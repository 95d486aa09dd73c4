import { z } from 'zod';
import { PageQuery } from './pagination';

export const Order = z.enum(['asc', 'desc']);

export type Order = z.infer<typeof Order>;

/** Query fields for the order of a list; the first name is the one without being asked. */
export function sortedBy<const Names extends readonly [string, ...string[]]>(
  names: Names,
  order: Order = 'desc',
) {
  const sort = z.enum(names).default(names[0] as never);
  return { sort, order: Order.default(order) };
}

/** A page of what is only sorted by time. */
export const TimedPageQuery = PageQuery.extend({
  order: Order.default('desc').describe('By time'),
});

export type TimedPageQuery = z.infer<typeof TimedPageQuery>;
