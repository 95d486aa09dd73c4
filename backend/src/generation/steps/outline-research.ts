import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import type { Document } from '../../documents';
import { type Passage, PassageSearch, SourceLibrary, type SourceRecord } from '../../sources';
import { mandatoryIn } from './mandatory-sources';
import { countPassageWords } from './task-material';

/** Passages on the topic that are looked at; the best of each source go into the task. */
const LOOKED_AT = 600;
/** What a model reads to plan a document; about 13,000 tokens in English. */
const MAX_WORDS = 10_000;

const OPENING_PASSAGES = 4;

export interface OutlineResearch {
  sources: SourceRecord[];
  passages: Passage[];
  /** Words of each source that speak about the topic, by key. */
  words: ReadonlyMap<string, number>;
}

/** @throws ProblemException NO_SOURCES */
export function assertReadable(sources: readonly SourceRecord[]): void {
  if (sources.some(({ status }) => status === 'ready')) return;
  const detail =
    sources.length === 0
      ? 'Add the sources that the document is to be written from, then try again.'
      : 'Your sources are references without text. Add their PDF files or entries with abstracts.';
  throw new ProblemException('NO_SOURCES', detail);
}

/** Passages in turn from each source, its best first, up to the longest prompt. */
function breadthFirst(passages: readonly Passage[]): Passage[] {
  const bySource = [...Map.groupBy(passages, ({ key }) => key).values()];
  const deepest = Math.max(0, ...bySource.map((own) => own.length));
  const taken: Passage[] = [];
  let words = 0;
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const passage of bySource.flatMap((own) => own[depth] ?? [])) {
      words += countPassageWords(passage);
      if (words > MAX_WORDS) return taken;
      taken.push(passage);
    }
  }
  return taken;
}

/** Finds what the sources of a document say about its topic. */
@Injectable()
export class OutlineResearcher {
  constructor(
    private readonly library: SourceLibrary,
    private readonly search: PassageSearch,
  ) {}

  /** @throws ProblemException NO_SOURCES, SOURCES_OFF_TOPIC */
  async research({ id, language, title, topic }: Document): Promise<OutlineResearch> {
    const sources = await this.library.list(id);
    assertReadable(sources);
    const query = `${title}. ${topic}`;
    const found = await this.search.search({ documentId: id, language, query, limit: LOOKED_AT });
    if (found.length === 0) {
      const detail =
        'None of your sources speaks about the topic in its words. Add sources that do, or name the topic as they do.';
      throw new ProblemException('SOURCES_OFF_TOPIC', detail);
    }
    const passages = [...(await this.mandatory(id, sources, found)), ...found];
    const words = new Map<string, number>();
    for (const passage of passages) {
      words.set(passage.key, (words.get(passage.key) ?? 0) + countPassageWords(passage));
    }
    const speaking = sources.filter(({ key }) => words.has(key));
    return { sources: speaking, passages: breadthFirst(passages), words };
  }

  /** The beginning of mandatory sources that do not use the topic's words. */
  private mandatory(
    documentId: string,
    sources: readonly SourceRecord[],
    found: readonly Passage[],
  ): Promise<Passage[]> {
    const keys = new Set(found.map(({ key }) => key));
    const silent = mandatoryIn(sources).filter(({ key }) => !keys.has(key));
    const ids = silent.map(({ id }) => id);
    return this.search.opening(documentId, ids, OPENING_PASSAGES);
  }
}
