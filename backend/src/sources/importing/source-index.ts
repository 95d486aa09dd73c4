import type { CslItem } from '../csl/csl-item';
import { comparable, identitiesOf } from '../csl/identity';
import type { SourceDraft } from '../reader/reading';
import type { KnownSource } from './known-source';
import { namesTitle } from './opening';

/** Finds the source that a draft is about. */
export class SourceIndex {
  private readonly byDoi = new Map<string, KnownSource>();
  private readonly byWork = new Map<string, KnownSource[]>();
  private readonly titles = new Map<KnownSource, string>();

  constructor(sources: readonly KnownSource[]) {
    for (const source of sources) this.add(source);
  }

  /** Takes a source in, or again after it has learnt something. */
  add(source: KnownSource): void {
    const { doi, work, title } = identitiesOf(source.csl);
    this.titles.set(source, title);
    if (doi !== undefined) this.byDoi.set(doi, source);
    const others = this.byWork.get(work) ?? [];
    if (!others.includes(source)) this.byWork.set(work, [...others, source]);
  }

  find(draft: SourceDraft): KnownSource | undefined {
    const { doi, work } = identitiesOf(draft.csl);
    const same = doi === undefined ? undefined : this.byDoi.get(doi);
    return same ?? this.findWork(work, doi) ?? this.findByOpening(draft);
  }

  /** Whether a record is that of a source other than `source`. */
  isOther(csl: CslItem, source: KnownSource): boolean {
    const { doi, work } = identitiesOf(csl);
    if (doi !== undefined) return (this.byDoi.get(doi) ?? source) !== source;
    const works = this.byWork.get(work) ?? [];
    return works.some((other) => other !== source && other.csl.DOI === undefined);
  }

  /** Same title, year and first author; two DOIs are two works all the same. */
  private findWork(work: string, doi: string | undefined): KnownSource | undefined {
    const works = this.byWork.get(work) ?? [];
    if (doi === undefined) return works[0];
    return works.find((source) => source.csl.DOI === undefined);
  }

  /**
   * The only source without full text whose DOI or whole title stands at the beginning of a PDF.
   * With more than one it stays open which, and the PDF becomes a source of its own.
   */
  private findByOpening({ opening }: SourceDraft): KnownSource | undefined {
    if (opening === undefined) return undefined;
    const waiting = [...this.titles].filter(([{ kinds }]) => !kinds.includes('fulltext'));
    const lower = opening.toLowerCase();
    const byDoi = waiting.filter(([{ csl }]) => csl.DOI && lower.includes(csl.DOI.toLowerCase()));
    if (byDoi.length > 0) return byDoi.length === 1 ? byDoi[0]?.[0] : undefined;
    const text = comparable(opening);
    const byTitle = waiting.filter(([, title]) => namesTitle(text, title));
    return byTitle.length === 1 ? byTitle[0]?.[0] : undefined;
  }
}
