import type { DocumentLanguage } from '../../common';
import type { WorkAhead } from './work-ahead';

/** Which steps are configured. */
export interface Steps {
  /** False for the offline writer, which uses no tokens. */
  model: boolean;
  polish: boolean;
  judge: boolean;
}

export interface Forecast {
  calls: number;
  least: number;
  most: number;
  /** How many of these are written by models, not read. */
  written: { least: number; most: number };
}

/** Tokens that tokenizers make of a word of prose, punctuation included. */
const PER_WORD: Record<DocumentLanguage, number> = {
  ...{ en: 1.4, de: 1.9, fr: 1.7, es: 1.7, it: 1.8, cs: 2.4, uk: 2.8 },
};

/** Rules, the outline and the sources of a call. */
const AROUND = { draft: 2000, polish: 500, judge: 300, outline: 1500 };
/** Words of passages for each word to write, and at least: see `SectionMaterialFinder`. */
const READ = { least: 1.8, most: 4, fewestWords: 1600, mostWords: 6400 };
/** Words of the passages and of the plan of an outline. */
const OUTLINE = { read: 6000, written: 700 };
/** Share of a text's words that a judge is shown again, and of passages beside them. */
const JUDGED = 2;
const LONGER = 1.15;

/** Tokens of one section: draft, polish and judgement. */
function section(words: number, perWord: number, steps: Steps) {
  const written = words * perWord;
  const draft = (read: number) => AROUND.draft + read * perWord + written;
  const polish = steps.polish ? AROUND.polish + 2 * written : 0;
  const judge = steps.judge ? AROUND.judge + JUDGED * written : 0;
  const few = draft(Math.min(READ.mostWords, words * READ.least));
  const many = draft(Math.min(READ.mostWords, Math.max(READ.fewestWords, words * READ.most)));
  const times = 1 + Number(steps.polish);
  return {
    least: few + polish + judge,
    // the draft once more, with the first one before it
    most: LONGER * (2 * many + written + polish + judge),
    written: { least: times * written, most: LONGER * (times + 1) * written },
  };
}

/** What the calls of writing come to. */
export function forecast(
  { outline, sections }: WorkAhead,
  language: DocumentLanguage,
  steps: Steps,
): Forecast {
  if (!steps.model) return { calls: 0, least: 0, most: 0, written: { least: 0, most: 0 } };
  const perWord = PER_WORD[language];
  const each = sections.map((words) => section(words, perWord, steps));
  const plan = outline ? AROUND.outline + (OUTLINE.read + OUTLINE.written) * perWord : 0;
  const planned = outline ? OUTLINE.written * perWord : 0;
  const least = each.reduce((sum, one) => sum + one.least, plan);
  const most = each.reduce((sum, one) => sum + one.most, 2 * LONGER * plan);
  const callsEach = 1 + Number(steps.polish) + Number(steps.judge);
  return {
    calls: sections.length * callsEach + Number(outline),
    least: Math.round(least),
    most: Math.round(most),
    written: {
      least: Math.round(each.reduce((sum, one) => sum + one.written.least, planned)),
      most: Math.round(each.reduce((sum, one) => sum + one.written.most, 2 * LONGER * planned)),
    },
  };
}
