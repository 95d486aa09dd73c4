import type { CslItem } from '../csl/csl-item';
import { comparable, doiIdentity, workIdentity } from '../csl/identity';
import type { SourceDraft } from '../reader/reading';
import type { KnownSource } from './known-source';

/** Shorter titles turn up by chance at the beginning of other texts. */
const MIN_TITLE = 20;

/** Finds the source that a draft is about. */
export class SourceIndex {
  private readonly byDoi = new Map<string, KnownSource>();
  private readonly byWork = new Map<string, KnownSource[]>();
  private readonly all = new Set<KnownSource>();

  constructor(sources: readonly KnownSource[]) {
    for (const source of sources) this.add(source);
  }

  /** Takes a source in, or again after it has learnt something. */
  add(source: KnownSource): void {
    this.all.add(source);
    const doi = doiIdentity(source.csl);
    if (doi !== undefined) this.byDoi.set(doi, source);
    const work = workIdentity(source.csl);
    const others = this.byWork.get(work) ?? [];
    if (!others.includes(source)) this.byWork.set(work, [...others, source]);
  }

  find(draft: SourceDraft): KnownSource | undefined {
    const doi = doiIdentity(draft.csl);
    const same = doi === undefined ? undefined : this.byDoi.get(doi);
    return same ?? this.findWork(draft, doi) ?? this.findByOpening(draft);
  }

  /** Whether a record is that of a source other than `source`. */
  isOther(csl: CslItem, source: KnownSource): boolean {
    const doi = doiIdentity(csl);
    if (doi !== undefined) return (this.byDoi.get(doi) ?? source) !== source;
    const works = this.byWork.get(workIdentity(csl)) ?? [];
    return works.some((other) => other !== source && other.csl.DOI === undefined);
  }

  /** Same title, year and first author; two DOIs are two works all the same. */
  private findWork({ csl }: SourceDraft, doi: string | undefined): KnownSource | undefined {
    const works = this.byWork.get(workIdentity(csl)) ?? [];
    if (doi === undefined) return works[0];
    return works.find((source) => source.csl.DOI === undefined);
  }

  /**
   * The only source without full text whose DOI or whole title stands at the beginning of a PDF.
   * With more than one it stays open which, and the PDF becomes a source of its own.
   */
  private findByOpening({ opening }: SourceDraft): KnownSource | undefined {
    if (opening === undefined) return undefined;
    const waiting = [...this.all].filter(({ kinds }) => !kinds.includes('fulltext'));
    const lower = opening.toLowerCase();
    const byDoi = waiting.filter(({ csl }) => csl.DOI && lower.includes(csl.DOI.toLowerCase()));
    if (byDoi.length > 0) return byDoi.length === 1 ? byDoi[0] : undefined;
    const text = comparable(opening);
    const byTitle = waiting.filter(({ csl }) => {
      const title = comparable(csl.title ?? '');
      return title.length >= MIN_TITLE && text.includes(title);
    });
    return byTitle.length === 1 ? byTitle[0] : undefined;
  }
}
