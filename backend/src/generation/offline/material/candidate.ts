import type { SectionTask } from '../../tasks/section-task';
import type { TaskPassage } from '../../tasks/task-parts';
import {
  canStandAlone,
  type Lexicon,
  lexiconFor,
  splitSentences,
  stemsOf,
  wordsOf,
} from '../../../language';
import { quotationMarks } from '../phrases';

/** A sentence of a passage that may be copied into the text. */
export interface Candidate {
  /** Literal, as in the passage. */
  text: string;
  key: string;
  page: number | null;
  /** Literal words of the source, which stand in quotation marks; otherwise a summary of it. */
  quoted: boolean;
  /** Index of its passage in the task. */
  passage: number;
  /** Place in that passage. */
  start: number;
  end: number;
  words: number;
  /** Stems of the words that carry its subject, each once. */
  stems: ReadonlySet<string>;
}

/** Equal for a sentence and the form in which it was set into a text. */
export function fingerprint(sentence: string): string {
  return wordsOf(sentence.toLowerCase()).join(' ');
}

function candidatesOf(
  passage: TaskPassage,
  index: number,
  lexicon: Lexicon,
  forbidden: RegExp,
): Candidate[] {
  const quoted = passage.kind !== 'annotation';
  let from = 0;
  return splitSentences(passage.text, lexicon.language).flatMap((text) => {
    const start = passage.text.indexOf(text, from);
    const end = start + text.length;
    from = end;
    if (!canStandAlone(text, lexicon.language) || (quoted && forbidden.test(text))) return [];
    const stems = new Set(stemsOf(text, lexicon));
    const words = wordsOf(text).length;
    const { key, page } = passage;
    return [{ text, key, page, quoted, passage: index, start, end, words, stems }];
  });
}

/** The sentences of a task's passages that can be used, in the order of the passages. */
export function candidatesFor({
  language,
  passages,
  used,
}: Pick<SectionTask, 'language' | 'passages' | 'used'>): Candidate[] {
  const seen = new Set(used.map(fingerprint));
  const [open, close] = quotationMarks(language);
  const marks = new RegExp(`[${open}${close}]`, 'u');
  return passages
    .flatMap((passage, index) =>
      candidatesOf(passage, index, lexiconFor(passage.text, language), marks),
    )
    .filter(({ text }) => {
      const print = fingerprint(text);
      return !seen.has(print) && seen.add(print);
    });
}
