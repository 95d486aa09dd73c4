import type { ListDocuments$Params } from '../../../api/generated/fn/documents/list-documents';

export const STATUSES = ['draft', 'outlined', 'generating', 'completed'] as const;
export const ORDERS = ['newest', 'changed', 'title', 'words'] as const;

/** What of the documents is shown; it is the query of the page's own address too. */
export interface ListQuery {
  /** From 1. */
  page: number;
  search: string;
  status: (typeof STATUSES)[number] | null;
  sort: (typeof ORDERS)[number];
  /** The archive in place of what is being worked on. */
  archived: boolean;
}

export const EVERYTHING: ListQuery = {
  ...{ page: 1, search: '', status: null, sort: 'newest', archived: false },
};

/** Whether it leaves out what would otherwise be there. */
export const isNarrowed = ({ search, status }: ListQuery): boolean =>
  search !== '' || status !== null;

/** One of the values, whatever stands in the address; else `otherwise`. */
export const oneOf =
  <Value, Other>(values: readonly Value[], otherwise: Other) =>
  (value: unknown): Value | Other =>
    values.find((known) => known === value) ?? otherwise;

const PER_PAGE = 20;

export function toParams({
  page,
  search,
  status,
  sort,
  archived,
}: ListQuery): ListDocuments$Params {
  return {
    ...{ page, perPage: PER_PAGE, sort },
    ...(search !== '' && { search }),
    ...(status !== null && { status }),
    ...(archived && { archived: 'true' as const }),
  };
}
