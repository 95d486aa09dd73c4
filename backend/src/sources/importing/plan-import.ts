import { type DocumentLanguage, newId } from '../../common';
import type { CslItem } from '../csl/csl-item';
import { mergeItems } from '../csl/merge-items';
import { SourceKeys } from '../csl/source-keys';
import type { PassageDraft } from '../passages/passage';
import type { RefusedEntry, SourceDraft } from '../reader/reading';
import type { KnownSource, SourceState, Surroundings } from './known-source';
import { SourceIndex } from './source-index';

export interface PlannedPassage extends PassageDraft {
  id: string;
  sourceId: string;
  /** Place among the passages of the source. */
  ordinal: number;
}

export interface ImportPlan {
  added: KnownSource[];
  /** Sources that entries went into, one element an entry. */
  merged: KnownSource[];
  refused: RefusedEntry[];
  passages: PlannedPassage[];
  /** What the document had before, and has changed: as it was. */
  before: Map<KnownSource, SourceState>;
}

/** Bounds of one document, and so of what a job has to look through. */
export const MAX_SOURCES = 5000;
export const MAX_PASSAGES = 300_000;

const BLANK = { pageCount: null, mandatory: false, passageCount: 0, check: null };

/**
 * Decides what becomes of each draft: a new source with a key of its own, or more knowledge about
 * one that the document (or an earlier entry of the same file) has. Changes nothing by itself but
 * the given sources, which are to be stored anew when merged.
 */
export class ImportPlanner {
  readonly plan: ImportPlan = {
    added: [],
    merged: [],
    refused: [],
    passages: [],
    before: new Map(),
  };
  private readonly index: SourceIndex;
  private readonly keys: SourceKeys;
  private readonly fresh = new Set<KnownSource>();
  private sourceCount: number;
  private passageCount: number;

  constructor(surroundings: Surroundings, language: DocumentLanguage) {
    this.index = new SourceIndex(surroundings.sources);
    this.keys = new SourceKeys(surroundings.keys, language);
    this.sourceCount = surroundings.sourceCount;
    this.passageCount = surroundings.passageCount;
  }

  add(draft: SourceDraft): void {
    const known = this.index.find(draft);
    const full = known === undefined && this.sourceCount >= MAX_SOURCES;
    if (full || this.passageCount + draft.passages.length > MAX_PASSAGES) this.refuse(draft);
    else if (known === undefined) this.create(draft);
    else this.merge(known, draft);
  }

  private create(draft: SourceDraft): void {
    const key = this.keys.next(draft.csl);
    const csl = { ...draft.csl, id: key };
    const source: KnownSource = { id: newId(), key, csl, ...BLANK, kinds: [] };
    this.sourceCount += 1;
    this.fill(source, draft);
    this.index.add(source);
    this.plan.added.push(source);
    this.fresh.add(source);
  }

  private merge(source: KnownSource, draft: SourceDraft): void {
    this.remember(source);
    const csl = mergeItems(source.csl, draft.csl);
    // What it has learnt must not make it the same as another source of the document
    if (!this.index.isOther(csl, source)) this.learn(source, csl);
    this.fill(source, draft);
    this.index.add(source);
    this.plan.merged.push(source);
  }

  private remember(source: KnownSource): void {
    const { csl, pageCount, check } = source;
    const { before } = this.plan;
    if (!this.fresh.has(source) && !before.has(source))
      before.set(source, { csl, pageCount, check });
  }

  /** What was found out about the reference as it was says nothing of what it is now. */
  private learn(source: KnownSource, csl: CslItem): void {
    const same = Object.keys(csl).length === Object.keys(source.csl).length;
    if (!same || csl.type !== source.csl.type) source.check = null;
    source.csl = csl;
  }

  /** Takes over the kinds of passages that the source lacks; text once cited stays as it is. */
  private fill(source: KnownSource, { passages, pageCount }: SourceDraft): void {
    const fresh = passages.filter(({ kind }) => !source.kinds.includes(kind));
    for (const passage of fresh) {
      this.plan.passages.push({
        ...passage,
        id: newId(),
        sourceId: source.id,
        ordinal: source.passageCount,
      });
      source.passageCount += 1;
    }
    this.passageCount += fresh.length;
    source.kinds = [...new Set([...source.kinds, ...fresh.map(({ kind }) => kind)])];
    source.pageCount ??= pageCount;
  }

  private refuse({ csl, line }: SourceDraft): void {
    const reason = 'The document is full: it cannot hold more sources or more of their text.';
    const entry = csl.title ?? null;
    const code = 'DOCUMENT_FULL';
    this.plan.refused.push({ line, entry, code, at: null, count: null, reason });
  }
}
