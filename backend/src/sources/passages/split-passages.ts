import type { DocumentLanguage } from '../../common';
import type { CslItem } from '../csl/csl-item';
import type { PassageDraft, PassageKind } from './passage';
import { sentencesOf, type TextSpan } from './sentences';

/** A passage ends with the first sentence after which it has this many words, … */
const ENOUGH_WORDS = 60;
/** … and before one with which it would have more than these. */
const MAX_WORDS = 120;

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** Consecutive whole sentences of `text`, grouped; a gap between two spans is kept out. */
function group(text: string, sentences: readonly TextSpan[]): TextSpan[] {
  const groups: TextSpan[] = [];
  let words = 0;
  for (const sentence of sentences) {
    const length = countWords(text.slice(sentence.start, sentence.end));
    const last = groups.at(-1);
    const adjacent = last !== undefined && text.slice(last.end, sentence.start).trim() === '';
    if (adjacent && words < ENOUGH_WORDS && words + length <= MAX_WORDS) {
      last.end = sentence.end;
      words += length;
    } else {
      groups.push({ ...sentence });
      words = length;
    }
  }
  return groups;
}

interface PassageSource {
  text: string;
  kind: PassageKind;
  page: number | null;
  language: DocumentLanguage;
  /** Which sentences may be quoted; all when left out. */
  accept?: (sentence: string) => boolean;
}

/** Cuts a text into passages of whole sentences; each is a literal part of it. */
export function splitPassages({
  text,
  kind,
  page,
  language,
  accept,
}: PassageSource): PassageDraft[] {
  const sentences = sentencesOf(text, language).filter(
    ({ start, end }) => accept?.(text.slice(start, end)) ?? true,
  );
  return group(text, sentences).map(({ start, end }) => ({
    page,
    kind,
    text: text.slice(start, end),
  }));
}

/** What a bibliographic record itself says about the work: its abstract and a reader's note. */
export function passagesOfRecord(csl: CslItem, language: DocumentLanguage): PassageDraft[] {
  const texts: [PassageKind, string | undefined][] = [
    ['abstract', csl.abstract],
    ['annotation', csl.annote],
  ];
  return texts.flatMap(([kind, text]) =>
    text === undefined ? [] : splitPassages({ text, kind, page: null, language }),
  );
}
