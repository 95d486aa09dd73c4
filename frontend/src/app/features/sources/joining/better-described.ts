import type { Source } from '../../../api/generated/models';

const FACTS = [
  ...['year', 'container', 'volume', 'issue', 'pages', 'edition', 'publisher', 'place'],
  ...['language', 'url'],
] as (keyof Source)[];

/** How well a bibliography can name it: checked before a DOI, a DOI before other facts. */
function worth(source: Source): number {
  const facts = FACTS.filter((fact) => source[fact] !== null).length;
  const named = source.names.length > 0 ? 20 : 0;
  const checked = source.check?.state === 'verified' ? 40 : 0;
  return checked + (source.doi === null ? 0 : 20) + named + facts;
}

/** Of two sources the one whose details should stay; of equals the first. */
export const betterDescribed = (one: Source, other: Source): Source =>
  worth(other) > worth(one) ? other : one;
