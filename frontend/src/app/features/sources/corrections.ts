import type { ExistenceCheck, Source, SourceEdit } from '../../api/generated/models';

export type Difference = ExistenceCheck['differences'][number];

const CORRECTIONS: Record<Difference['field'], (source: Source, theirs: string) => SourceEdit> = {
  // a DOI that nobody knows is wrong, though nobody may know the right one
  doi: (_, theirs) => ({ doi: theirs === '' ? null : theirs }),
  title: (_, theirs) => ({ title: theirs }),
  year: (_, theirs) => ({ year: Number(theirs) }),
  // only the first one was compared
  author: ({ names }, theirs) => ({ authors: [theirs, ...names.slice(1)] }),
  container: (_, theirs) => ({ container: theirs }),
};

/** The edit that makes a reference say of one field what the found record says. */
export const correctionOf = (source: Source, { field, theirs }: Difference): SourceEdit =>
  CORRECTIONS[field](source, theirs);
