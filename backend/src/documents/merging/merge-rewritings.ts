import { Injectable } from '@nestjs/common';
import { replaceKey } from '../../citations';
import { notFound, ProblemException } from '../../common';
import { type Passage, PassageSearch, SourceLibrary, type SourceRecord } from '../../sources';
import { evidenceOfEdit } from '../edited-evidence';
import { assertCitationsResolve } from '../section-citations';
import { personalText, type SectionText } from '../section-text';
import { type EvidencedSection, SectionsRepository } from '../sections.repository';

export interface Pair {
  from: SourceRecord;
  into: SourceRecord;
}

interface Rewriting {
  before: EvidencedSection;
  text: SectionText;
}

/** What a merge makes of the texts; stores nothing. */
@Injectable()
export class MergeRewritings {
  constructor(
    private readonly sections: SectionsRepository,
    private readonly library: SourceLibrary,
    private readonly passages: PassageSearch,
  ) {}

  /**
   * The texts that cite the source that goes, citing the one that stays, with their evidence.
   * @throws ProblemException NOT_FOUND; CONFLICT for a source and itself; INVALID_CITATION
   */
  async of(
    ownerId: string,
    documentId: string,
    fromId: string,
    intoId: string,
  ): Promise<{ pair: Pair; rewritten: Rewriting[] }> {
    const sources = await this.library.list(documentId);
    const pair = pairOf(sources, fromId, intoId);
    const all = await this.sections.listEvidenced(ownerId, documentId);
    const citing = all.filter(({ content }) => content !== replacedIn(content, pair));
    const left = sources.filter(({ id }) => id !== pair.from.id);
    const ids = citing.flatMap(({ evidence }) => evidence.flatMap((one) => one.passageId ?? []));
    const passages = await this.passages.named(documentId, ids);
    const rewritten = citing.map((before) => ({
      before,
      text: rewrittenText(documentId, before, pair, left, passages),
    }));
    return { pair, rewritten };
  }
}

function pairOf(sources: readonly SourceRecord[], fromId: string, intoId: string): Pair {
  const [from, into] = [fromId, intoId].map((id) => sources.find((source) => source.id === id));
  if (from === undefined || into === undefined) throw notFound();
  if (from !== into) return { from, into };
  throw new ProblemException('CONFLICT', 'This is the same source. Name another one that stays.');
}

const replacedIn = (content: string, { from, into }: Pair): string =>
  replaceKey(content, from.key, into.key);

function rewrittenText(
  documentId: string,
  section: EvidencedSection,
  pair: Pair,
  sources: readonly SourceRecord[],
  passages: ReadonlyMap<string, Passage>,
): SectionText {
  const { id: sectionId, status, writer, language } = section;
  const content = replacedIn(section.content, pair);
  assertCitationsResolve(content, sources, language);
  const evidence = section.evidence.map((one) =>
    one.sourceId === pair.from.id ? { ...one, sourceId: pair.into.id } : one,
  );
  const before = { content: section.content, evidence };
  const evidenceNow = evidenceOfEdit(content, before, { sources, passages, language });
  return {
    ...personalText(documentId, sectionId, content, evidenceNow),
    // only keys are other ones: the text stays its writer's
    writer,
    // What is planned has no text that could cite
    status: status === 'written' ? 'written' : 'edited',
  };
}
