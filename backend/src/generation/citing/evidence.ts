import { type CitedPlace, citedPlaces, plainProse } from '../../citations';
import type { DocumentLanguage } from '../../common';
import { lexiconFor, splitSentences, stemsOf } from '../../language';
import type { Passage } from '../../sources';

/** The passage that a citation rests on, with a literal part of it. */
export interface FoundEvidence {
  place: CitedPlace;
  passage: Passage;
  quotation: string;
  /** Where the quotation stands in the passage's text, in UTF-16 code units. */
  start: number;
  /** Exclusive. */
  end: number;
}

interface Sentence {
  start: number;
  end: number;
  text: string;
}

function sentencesOf({ text }: Passage, language: DocumentLanguage): Sentence[] {
  let from = 0;
  return splitSentences(text, lexiconFor(text, language).language).map((sentence) => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return { start, end: from, text: sentence };
  });
}

/** What a citation stands for: the text since the citation before it, within its paragraph. */
function citingText(markdown: string, start: number, before: number): string {
  const paragraph = markdown.lastIndexOf('\n\n', start);
  return markdown.slice(Math.max(paragraph, before, 0), start);
}

function shareOfStems(sentence: string, cited: ReadonlySet<string>, language: DocumentLanguage) {
  const stems = new Set(stemsOf(sentence, lexiconFor(sentence, language)));
  const common = [...stems].filter((stem) => cited.has(stem)).length;
  return common / Math.max(1, Math.sqrt(stems.size));
}

/** Above every likeness. */
const COPIED = 1000;

type Quoted = Pick<FoundEvidence, 'start' | 'end'> & { score: number };

/** The words of a passage that a claim rests on: those it copied, else the closest sentence. */
function quotedPart(
  passage: Passage,
  { citing, claim }: { citing: string; claim: string },
  language: DocumentLanguage,
): Quoted {
  const sentences = sentencesOf(passage, language);
  const bare = ({ text }: Sentence) => text.replace(/\.$/, '');
  // a short sentence may stand within a longer one
  const [copied] = sentences
    .filter((one) => claim.includes(plainProse(bare(one))))
    .sort((a, b) => b.text.length - a.text.length);
  if (copied !== undefined) {
    const own = sentences.indexOf(copied);
    // With what was copied before it, as far as that stands together in the source
    const apart = sentences.slice(0, own).findLastIndex((one) => !citing.includes(bare(one)));
    const start = sentences[apart + 1]?.start ?? copied.start;
    return { start, end: copied.end, score: COPIED + copied.end - start };
  }
  const cited = new Set(stemsOf(claim, lexiconFor(claim, language)));
  const [closest] = sentences
    .map(({ start, end, text }) => ({ start, end, score: shareOfStems(text, cited, language) }))
    .sort((a, b) => b.score - a.score);
  return closest ?? { start: 0, end: passage.text.length, score: 0 };
}

/** The citing text of each bracket, by its index. */
function citingTexts(markdown: string, places: readonly CitedPlace[]): Map<number, string> {
  const texts = new Map<number, string>();
  let before = 0;
  for (const { clusterIndex, cluster } of places) {
    if (texts.has(clusterIndex)) continue;
    texts.set(clusterIndex, citingText(markdown, cluster.start, before));
    before = cluster.end;
  }
  return texts;
}

/**
 * For every citation of a text the passage it rests on, with a literal part of that. `passages`
 * are those that the writer was given; the text's citations have been checked against them, so
 * that there is one for each.
 */
export function evidenceOf(
  markdown: string,
  passages: readonly Passage[],
  language: DocumentLanguage,
): FoundEvidence[] {
  const places = citedPlaces(markdown, language);
  const texts = citingTexts(markdown, places);
  return places.flatMap((place) => {
    const { key, locator } = place.item;
    const words = { citing: texts.get(place.clusterIndex) ?? '', claim: place.claim };
    const pages = [...(locator?.value ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
    const onPage = ({ page }: Passage) => page !== null && pages.includes(page);
    const [best] = passages
      .filter((passage) => passage.key === key && (locator === null || onPage(passage)))
      .map((passage) => ({ passage, ...quotedPart(passage, words, language) }))
      .sort((a, b) => b.score - a.score);
    if (best === undefined) return [];
    const { passage, start, end } = best;
    return [{ place, passage, start, end, quotation: passage.text.slice(start, end) }];
  });
}
