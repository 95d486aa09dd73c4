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

/**
 * The part of a sentence that one of its citations stands for: from the citation before it to
 * itself, the last one also for what follows. The whole sentence where that is too little.
 */
function claimOf(
  markdown: string,
  sentence: Span,
  cluster: CitationCluster,
  all: readonly CitationCluster[],
  language: DocumentLanguage,
): string {
  const own = all.filter(({ start }) => start >= sentence.start && start < sentence.end);
  const before = own[own.indexOf(cluster) - 1]?.end ?? sentence.start;
  const end = cluster === own.at(-1) ? sentence.end : cluster.end;
  const part = plainProse(markdown.slice(before, end));
  const enough = stemsOf(part, lexiconOf(language)).length >= FEWEST_WORDS;
  return enough ? part : plainProse(markdown.slice(sentence.start, sentence.end));
}

/** Every cited source of a text, in order: one for each key of each bracket. */
export function citedPlaces(markdown: string, language: DocumentLanguage): CitedPlace[] {
  const { clusters } = parseCitations(markdown);
  if (clusters.length === 0) return [];
  const sentences = sentenceSpans(markdown, language);
  return clusters.flatMap((cluster, clusterIndex) => {
    const { start, end, items } = cluster;
    const sentence = sentences.find((span) => span.start <= start && start < span.end);
    const span = sentence ?? { start, end };
    const claim = claimOf(markdown, span, cluster, clusters, language);
    return items.map((item) => ({ item, cluster, clusterIndex, sentence: span, claim }));
  });
}
