import { citedPlaces, sentenceSpans, type Span, uncitedClaims } from '../../../citations';
import type { DocumentLanguage } from '../../../common';
import { wordsOf } from '../../../language';

/** Of the words, after which nothing more is left out. */
const ENOUGH = 0.67;
/** What stands in brackets without a figure or a citation explains, and can be missed. */
const ASIDE = /[^\S\n]*\([^()[\]@\d\n]{3,}\)/g;
const FACT = /[\p{N}“«„"]/u;

interface Sentence extends Span {
  words: number;
  /** The sources that it cites, each with its place. */
  cited: string[];
  /** States something that would want a source, or quotes. */
  isFact: boolean;
  line: number;
}

function sentencesOf(text: string, language: DocumentLanguage): Sentence[] {
  const places = citedPlaces(text, language);
  const claims = uncitedClaims(text, language, { isCarried: () => false });
  return sentenceSpans(text, language).map(({ start, end }) => {
    const said = text.slice(start, end);
    const own = places.filter(({ sentence }) => sentence.start === start);
    return {
      ...{ start, end, words: wordsOf(said).length },
      cited: own.map(({ item }) => JSON.stringify([item.key, item.locator])),
      isFact:
        FACT.test(said.replace(/\[[^\]]*\]/g, '')) || claims.some((one) => one.start === start),
      line: text.slice(0, start).split('\n').length,
    };
  });
}

/** Whether it can go: its line goes on without it, and all that it cites is cited still. */
function canGo(one: Sentence, kept: readonly Sentence[]): boolean {
  const others = kept.filter((other) => other !== one);
  if (one.isFact || !others.some(({ line }) => line === one.line)) return false;
  return one.cited.every((item) => others.some(({ cited }) => cited.includes(item)));
}

const total = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { words }) => sum + words, 0);

function without(text: string, gone: readonly Span[]): string {
  const shorter = [...gone]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => {
      const before = rest.slice(0, start);
      const after = rest.slice(end);
      return before === '' || /\s$/.test(before) ? before + after.trimStart() : before + after;
    }, text);
  return shorter.replace(/[^\S\n]+$/gm, '');
}

/**
 * The text with sentences left out, as far as every source that it cites stays cited and no figure,
 * quotation or statement without a source goes: first those that cite nothing, then those that cite
 * what another one cites too, from the end. Where no sentence can go, what stands in brackets.
 */
export function shortenText(text: string, language: DocumentLanguage): string {
  let kept = sentencesOf(text, language);
  const enough = total(kept) * ENOUGH;
  const inOrder = [...kept].reverse().sort((a, b) => a.cited.length - b.cited.length);
  const gone: Sentence[] = [];
  for (const one of inOrder) {
    if (total(kept) <= enough) break;
    if (!canGo(one, kept)) continue;
    kept = kept.filter((other) => other !== one);
    gone.push(one);
  }
  return gone.length > 0 ? without(text, gone) : text.replace(ASIDE, '');
}
