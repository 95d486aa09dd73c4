import {
  assessSupport,
  type CitableSource,
  citedPlaces,
  KnownNames,
  SUPPORT_STATES,
  type SupportState,
  toCitableSource,
  type UncitedClaim,
  uncitedClaims,
} from '../citations';
import type { DocumentLanguage } from '../common';
import type { Passage, SourceRecord } from '../sources';
import type { EvidencedText } from './carry-evidence';
import type { CitationSupport, SupportSummary } from './dto/support';
import { type CitationEvidence, wholeSource } from './section-text';

/** What the citations of a document can rest on. */
export interface Library {
  sources: readonly SourceRecord[];
  /** By id; at least those that the text's evidence names. */
  passages: ReadonlyMap<string, Passage>;
  language: DocumentLanguage;
  /** What the document says that it is about: title, topic, headings. */
  about?: readonly string[];
}

export function summaryOf(evidence: readonly { state: SupportState }[]): SupportSummary {
  const count = (state: SupportState) => evidence.filter((one) => one.state === state).length;
  const counts = SUPPORT_STATES.map((state) => [state, count(state)]);
  return Object.fromEntries(counts) as SupportSummary;
}

function evidenceShown({ passageId, quotation, start, end }: CitationEvidence, library: Library) {
  if (passageId === null || quotation === null || start === null || end === null) return null;
  const page = library.passages.get(passageId)?.page ?? null;
  return { passageId, page, quotation, start, end };
}

/** What each citation of a section rests on, in the order of the text. */
export function citationSupports(text: EvidencedText, library: Library): CitationSupport[] {
  const idOf = new Map(library.sources.map(({ key, id }) => [key, id]));
  return citedPlaces(text.content, library.language).map(({ item, sentence }, ordinal) => {
    const { key, locator } = item;
    const stored = text.evidence[ordinal];
    const sourceId = idOf.get(key) ?? '';
    const own = stored?.sourceId === sourceId ? stored : wholeSource(sourceId, null);
    const { state, score, modelChecked } = own;
    const place = { start: sentence.start, end: sentence.end };
    const evidence = evidenceShown(own, library);
    const cited = { ordinal, key, locator: locator?.value ?? null, sentence: place };
    return { ...cited, state, score, modelChecked, evidence };
  });
}

/** Whom the sources are by and whom they speak of, as far as they are at hand. */
function knownNames(
  { sources, passages, language, about = [] }: Library,
  citable: readonly CitableSource[],
): KnownNames {
  const people = sources.flatMap(({ csl }) =>
    [csl.author, csl.editor, csl.translator, csl['container-author']].flatMap((names) =>
      (names ?? []).map(({ family, literal }) => family ?? literal ?? ''),
    ),
  );
  const facts = sources.flatMap(({ csl }) => [csl.title, csl.abstract, csl.annote, csl.keyword]);
  const texts = [...passages.values()].map(({ text }) => text);
  const authors = [...citable.flatMap((source) => source.authors), ...people];
  const said = [...about, ...facts.filter((one) => one !== undefined), ...texts];
  return new KnownNames(authors, said, language);
}

/** How far the sources carry a section's text, citation by citation, and what cites none. */
export function sectionSupport(
  text: EvidencedText,
  library: Library,
): { citations: CitationSupport[]; claims: UncitedClaim[] } {
  const { sources, passages, language } = library;
  const citations = citationSupports(text, library);
  const citable = new Map(sources.map((source) => [source.key, toCitableSource(source)]));
  const isCarried = (sentence: string, ordinal: number): boolean => {
    const { key = '', evidence } = citations[ordinal] ?? {};
    const passage = passages.get(evidence?.passageId ?? '');
    if (passage === undefined) return false;
    const { authors = [], year = null } = citable.get(key) ?? {};
    const known = [...authors, ...(year === null ? [] : [String(year)])];
    const context = { language, known, companions: [] };
    return assessSupport(sentence, passage.text, context).state === 'supported';
  };
  const names = knownNames(library, [...citable.values()]);
  return { citations, claims: uncitedClaims(text.content, language, { isCarried, names }) };
}
