import { type CitationCluster, parseCitations } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { CitationEvidence } from '../../documents';
import type { Passage } from '../../sources';
import { lexiconFor, stemsOf } from '../language/lexicon';
import { splitSentences } from '../language/sentences';

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
function citingText(markdown: string, { start }: CitationCluster, before: number): string {
  const paragraph = markdown.lastIndexOf('\n\n', start);
  return markdown.slice(Math.max(paragraph, before, 0), start);
}

function shareOfStems(sentence: string, cited: ReadonlySet<string>, language: DocumentLanguage) {
  const stems = new Set(stemsOf(sentence, lexiconFor(sentence, language)));
  const common = [...stems].filter((stem) => cited.has(stem)).length;
  return common / Math.max(1, Math.sqrt(stems.size));
}

/** The words of a passage that a citing text rests on: those it copied, else the closest sentence. */
function quotationFrom(passage: Passage, citing: string, language: DocumentLanguage) {
  const sentences = sentencesOf(passage, language);
  const copied = sentences.filter(({ text }) => citing.includes(text.replace(/\.$/, '')));
  const [first] = copied;
  if (first !== undefined) {
    // As far as what was copied stands together in the source
    const together = sentences
      .slice(sentences.indexOf(first))
      .findIndex((one) => !copied.includes(one));
    const run = together === -1 ? copied : copied.slice(0, together);
    const end = run.at(-1)?.end ?? first.end;
    return { quotation: passage.text.slice(first.start, end), score: 1000 + run.length };
  }
  const cited = new Set(stemsOf(citing, lexiconFor(citing, language)));
  const [closest] = sentences
    .map(({ text }) => ({ quotation: text, score: shareOfStems(text, cited, language) }))
    .sort((a, b) => b.score - a.score);
  return closest ?? { quotation: passage.text, score: 0 };
}

/**
 * For every citation of a text the passage it rests on, with a literal part of that. `passages`
 * are those that the writer was given; the text's citations have been checked against them.
 */
export function evidenceOf(
  markdown: string,
  passages: readonly Passage[],
  language: DocumentLanguage,
): CitationEvidence[] {
  let before = 0;
  return parseCitations(markdown).clusters.flatMap((cluster) => {
    const citing = citingText(markdown, cluster, before);
    before = cluster.end;
    return cluster.items.flatMap(({ key, locator }) => {
      const pages = [...(locator?.value ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
      const onPage = ({ page }: Passage) => page !== null && pages.includes(page);
      const [best] = passages
        .filter((passage) => passage.key === key && (locator === null || onPage(passage)))
        .map((passage) => ({ passage, ...quotationFrom(passage, citing, language) }))
        .sort((a, b) => b.score - a.score);
      if (best === undefined) return [];
      const { id: passageId, sourceId } = best.passage;
      return [{ sourceId, passageId, locator: locator?.value ?? null, quotation: best.quotation }];
    });
  });
}
