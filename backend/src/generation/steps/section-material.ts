import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import type { Document, OutlineSection } from '../../documents';
import { type Passage, PassageSearch, SourceLibrary, type SourceRecord } from '../../sources';
import type { Payer } from '../retrieval/embedder';
import { PassageFinder } from '../retrieval/passage-finder';
import { mandatoryKeysOf } from './mandatory-sources';
import { assertReadable } from './outline-research';
import type { StepOptions } from './step-options';
import { countPassageWords, inTextOrder } from './task-material';

/** So much more to read than to write, that there is something to choose from. */
const READ_PER_WRITTEN = 4;
/** With this much from the sources planned for a section, others would only lead it astray. */
const ENOUGH_PER_WRITTEN = 1.8;
const USUAL_PASSAGE_WORDS = 80;
const FEWEST_PASSAGES = 20;
const MOST_PASSAGES = 80;
const PASSAGES_OF_MANDATORY = 3;
/** Introduction and conclusion look at the whole. */
const FEWEST_FOR_FRAME = 60;

export interface SectionMaterial {
  /** Those with passages here. */
  sources: SourceRecord[];
  passages: Passage[];
  /** Keys of those that this section has to cite. */
  mandatory: string[];
  /** For finding them by their meaning. */
  tokensUsed: number;
}

function limitFor({ targetWords, role }: OutlineSection): number {
  const wanted = Math.ceil((targetWords * READ_PER_WRITTEN) / USUAL_PASSAGE_WORDS);
  const fewest = role === 'body' ? FEWEST_PASSAGES : FEWEST_FOR_FRAME;
  return Math.min(MOST_PASSAGES, Math.max(fewest, wanted));
}

/** The words to search with: a section's own, within its chapter, or the whole topic's. */
function queriesFor({ title, topic, outline }: Document, section: OutlineSection) {
  const chapter = outline?.sections.find(({ number }) => number === section.number.split('.')[0]);
  const whole = `${title}. ${topic}`;
  const own = [section.title, chapter?.title ?? '', ...section.keyPoints].join('. ');
  return section.role === 'body' ? { own, whole } : { own: whole, whole };
}

/** Finds the passages a section can be written from. */
@Injectable()
export class SectionMaterialFinder {
  constructor(
    private readonly library: SourceLibrary,
    private readonly finder: PassageFinder,
    private readonly search: PassageSearch,
  ) {}

  /**
   * @throws ProblemException NO_SOURCES, TOKEN_LIMIT, SOURCES_OFF_TOPIC naming the section; the
   *   reason of the signal
   */
  async find(
    document: Document,
    section: OutlineSection,
    { ownerId, jobId, signal }: StepOptions,
  ): Promise<SectionMaterial> {
    const sources = await this.library.list(document.id);
    assertReadable(sources);
    const mandatory = mandatoryKeysOf(document, section, sources);
    const payer: Payer = { ownerId, jobId, signal, tokens: 0 };
    const passages = await this.passages(document, section, sources, mandatory, payer);
    if (passages.length === 0) {
      const detail = `None of your sources speaks about “${section.title}”. Add sources that do, or change the section.`;
      throw new ProblemException('SOURCES_OFF_TOPIC', detail);
    }
    const keys = new Set(passages.map(({ key }) => key));
    return {
      sources: sources.filter(({ key }) => keys.has(key)),
      passages: inTextOrder(passages),
      mandatory,
      tokensUsed: payer.tokens,
    };
  }

  /** From the sources planned for the section first; from all others only what they lack. */
  private async passages(
    document: Document,
    section: OutlineSection,
    sources: readonly SourceRecord[],
    mandatory: readonly string[],
    payer: Payer,
  ): Promise<Passage[]> {
    const limit = limitFor(section);
    const { own, whole } = queriesFor(document, section);
    const first = sources.filter(({ key }) => mandatory.includes(key));
    const planned = sources.filter(({ key }) => section.sourceKeys.includes(key));
    const sourceIds = planned.map(({ id }) => id);
    const { id: documentId, language } = document;
    const searches = [
      ...(sourceIds.length > 0
        ? [
            { query: own, sourceIds },
            { query: whole, sourceIds },
          ]
        : []),
      { query: own },
    ];
    const found = new Map(
      (await this.ofMandatory(document, own, first)).map((passage) => [passage.id, passage]),
    );
    for (const { query, ...among } of searches) {
      const words = [...found.values()].reduce((sum, one) => sum + countPassageWords(one), 0);
      if (words >= section.targetWords * ENOUGH_PER_WRITTEN) break;
      const request = { documentId, language, query, limit, ...among };
      for (const passage of await this.finder.find(request, payer)) {
        if (found.size < limit) found.set(passage.id, passage);
      }
    }
    return [...found.values()];
  }
  /** The best passages of each source that has to be cited here, whatever words it uses. */
  private async ofMandatory(
    { id: documentId, language }: Document,
    query: string,
    sources: readonly SourceRecord[],
  ): Promise<Passage[]> {
    const found: Passage[] = [];
    for (const { id } of sources) {
      const sourceIds = [id];
      const limit = PASSAGES_OF_MANDATORY;
      const best = await this.search.search({ documentId, language, query, limit, sourceIds });
      found.push(
        ...(best.length > 0 ? best : await this.search.opening(documentId, sourceIds, limit)),
      );
    }
    return found;
  }
}
