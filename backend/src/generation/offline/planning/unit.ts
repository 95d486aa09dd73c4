import type { OutlineTask } from '../../tasks/outline-task';
import { lexiconFor, splitSentences, stemsOf, wordsOf } from '../../../language';
import { idOf, termOf } from '../material/term';

/** A piece of the library that goes into one section or another as a whole. */
export interface Unit {
  key: string;
  year: number | null;
  title: string;
  titleStems: ReadonlySet<string>;
  keywords: readonly string[];
  /** {@link idOf} of its keywords. */
  keywordIds: ReadonlySet<string>;
  /** Stems of each of its sentences, in order. */
  sentences: readonly (readonly string[])[];
  text: string;
  /** Words that it can contribute. */
  words: number;
}

/** With fewer sources than this, what they say is divided by passage and not by source. */
const MIN_SOURCES = 8;

type Source = OutlineTask['sources'][number];

function unitsOfSource(
  source: Source,
  texts: readonly string[],
  language: OutlineTask['language'],
): Unit[] {
  const { key, year, title, keywords, words } = source;
  const lexicon = lexiconFor(texts.join('\n'), language);
  const given = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
  const titleStems = new Set(stemsOf(title, lexiconFor(title, lexicon.language)));
  const keywordIds = new Set(keywords.map((keyword) => idOf(termOf(keyword, language))));
  return texts.map((text) => ({
    ...{ key, year, title, titleStems, keywords, keywordIds, text },
    sentences: splitSentences(text, lexicon.language).map((one) => stemsOf(one, lexicon)),
    words: (wordsOf(text).length / Math.max(1, given)) * words,
  }));
}

/** What the library of a task consists of, for dividing it among sections. */
export function unitsOf({ sources, passages, language }: OutlineTask): Unit[] {
  const bySource = Map.groupBy(passages, ({ key }) => key);
  return sources.flatMap((source) => {
    const texts = (bySource.get(source.key) ?? []).map(({ text }) => text);
    if (texts.length === 0) return [];
    const parts = sources.length < MIN_SOURCES ? texts : [texts.join('\n')];
    return unitsOfSource(source, parts, language);
  });
}
