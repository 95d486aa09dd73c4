import type { DocumentLanguage } from '../../common';
import { lexiconOf, stemsOf } from '../../language';
import type { CitationCluster, CitationItem } from '../citation-cluster';
import { parseCitations } from '../parse-citations';
import type { Span } from './masked-text';
import { plainProse } from './plain-prose';
import { sentenceSpans } from './sentence-spans';

/** One cited source at its place in a text. */
export interface CitedPlace {
  item: CitationItem;
  /** The bracket it stands in. */
  cluster: CitationCluster;
  /** Which of the brackets of the text, from 0. */
  clusterIndex: number;
  /** The sentence it stands in. */
  sentence: Span;
  /** The part of the sentence that it is cited for, in plain words. */
  claim: string;
}

/** A part of a sentence with fewer words than this says nothing by itself. */
const FEWEST_WORDS = 3;
/** Characters before and behind a citation that are looked at. */
const LONGEST_CLAIM = 2000;

/**
 * The part of a sentence that one of its citations stands for: from the citation before it to
 * itself, the last one also for what follows. The whole sentence where that is too little.
 */
function claimOf(
  markdown: string,
  sentence: Span,
  cluster: CitationCluster,
  own: readonly CitationCluster[],
  language: DocumentLanguage,
): string {
  const begin = Math.max(sentence.start, cluster.start - LONGEST_CLAIM);
  const before = Math.max(begin, own[own.indexOf(cluster) - 1]?.end ?? begin);
  const tail = Math.min(sentence.end, cluster.end + LONGEST_CLAIM);
  const end = cluster === own.at(-1) ? tail : cluster.end;
  const part = plainProse(markdown.slice(before, end));
  const enough = stemsOf(part, lexiconOf(language)).length >= FEWEST_WORDS;
  return enough ? part : plainProse(markdown.slice(begin, tail));
}

/** Every cited source of a text, in order: one for each key of each bracket. */
export function citedPlaces(markdown: string, language: DocumentLanguage): CitedPlace[] {
  const { clusters } = parseCitations(markdown);
  if (clusters.length === 0) return [];
  const sentences = sentenceSpans(markdown, language);
  let at = 0;
  const spans = clusters.map(({ start, end }): Span => {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1;
    const sentence = sentences[at];
    return sentence !== undefined && sentence.start <= start ? sentence : { start, end };
  });
  const bySentence = Map.groupBy(clusters, (_, index) => spans[index]?.start ?? 0);
  return clusters.flatMap((cluster, clusterIndex) => {
    const sentence = spans[clusterIndex] ?? cluster;
    const own = bySentence.get(sentence.start) ?? [cluster];
    const claim = claimOf(markdown, sentence, cluster, own, language);
    return cluster.items.map((item) => ({ item, cluster, clusterIndex, sentence, claim }));
  });
}
