import {
  attributedNames,
  citedPlaces,
  KnownNames,
  plainProse,
  sentenceSpans,
} from '../../citations';
import type { Citable } from './citable';

/**
 * What a writer is told of sentences without a citation that call on somebody nobody has shown it.
 * Names are hard to tell from other words, so that such sentences are not taken out.
 */
export function unknownNames(
  markdown: string,
  { sources, passages, titles, language }: Citable,
): string[] {
  const authors = sources.flatMap((source) => source.authors);
  const texts = [...titles, ...passages.map(({ text }) => text)];
  const known = new KnownNames(authors, texts, language);
  const cited = new Set(citedPlaces(markdown, language).map(({ sentence }) => sentence.start));
  const names = sentenceSpans(markdown, language)
    .filter(({ start }) => !cited.has(start))
    .map(({ start, end }) => plainProse(markdown.slice(start, end)))
    .flatMap((sentence) => attributedNames(sentence, language, markdown));
  return [...new Set(names)]
    .filter((name) => !known.has(name))
    .map((name) => `${name} is in none of the passages: cite one of these, or leave the name out.`);
}
