import { z } from 'zod';

export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(20),
});

export type PageQuery = z.infer<typeof PageQuery>;

/** The schema of a page of `item`, named for the OpenAPI document. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z
    .object({
      items: z.array(item),
      total: z.int(),
      page: z.int(),
      perPage: z.int(),
      totalPages: z.int(),
    })
    .meta({ id });
}

export interface Page<Item> {
  items: Item[];
  total: number;
  page: number;
  perPage: number;
  totalPages: number;
}

export function toPage<Item>(
  items: Item[],
  total: number,
  { page, perPage }: PageQuery,
): Page<Item> {
  return { items, total, page, perPage, totalPages: Math.ceil(total / perPage) };
}
