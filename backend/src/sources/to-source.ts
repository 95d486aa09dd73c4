import { creatorsOf, displayName, invertedName, yearOf } from './csl/bibliographic-facts';
import { plainText } from './csl/clean-text';
import type { CslItem } from './csl/csl-item';
import type { ExistenceCheck } from './dto/existence-check';
import type { Source } from './dto/source';

interface StoredSource {
  id: string;
  key: string;
  csl: CslItem;
  pageCount: number | null;
  passageCount: number;
  mandatory: boolean;
  check: ExistenceCheck | null;
}

const MAX_TITLE = 1000;

/** A title without the formatting that CSL allows in it. */
export const shownTitle = ({ title }: Pick<CslItem, 'title'>): string =>
  plainText(title ?? '', MAX_TITLE);

/** A stored source as the API shows it. */
export function toSource({
  id,
  key,
  csl,
  pageCount,
  passageCount,
  mandatory,
  check,
}: StoredSource): Source {
  return {
    id,
    key,
    title: shownTitle(csl),
    authors: creatorsOf(csl).map(displayName),
    names: creatorsOf(csl).map(invertedName),
    year: yearOf(csl),
    status: passageCount > 0 ? 'ready' : 'reference_only',
    type: csl.type,
    container: csl['container-title'] ?? null,
    doi: csl.DOI ?? null,
    url: csl.URL ?? null,
    volume: csl.volume ?? null,
    issue: csl.issue ?? null,
    pages: csl.page ?? null,
    edition: csl.edition ?? null,
    publisher: csl.publisher ?? null,
    place: csl['publisher-place'] ?? null,
    language: csl.language ?? null,
    pageCount,
    passageCount,
    mandatory,
    check,
  };
}
