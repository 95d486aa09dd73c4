import type { OutlineTask } from '../../tasks/outline-task';
import { lexiconFor, lexiconOf, stemsOf, wordsOf } from '../../../language';
import { commonPhrases, phrasesOf, runsOf } from '../material/common-phrases';
import { idOf, placeOf, speaksOf, type Term, termOf } from '../material/term';
import type { Unit } from './unit';

interface Offer extends Term {
  /** How likely the words are to name something. */
  quality: number;
}

/** A term, and how much each unit has to say about it. */
export interface Theme extends Offer {
  /** By index of the unit, 0 to about 2. */
  strength: readonly number[];
  /** Where the topic names it, counted in its words; null where it does not. */
  mentioned: number | null;
}

interface Measured extends Theme {
  /** Sentences of the library that speak of it. */
  spoken: number;
}

const QUALITY = { keyword: 1.5, topic: 1.3, title: 1.1, text: 1, word: 0.7 };

const KEYWORD = 0.6;
const TITLE = 0.5;
const TEXT = 0.9;
/** A unit with this share of its sentences on a theme is about nothing else. */
const SATURATED = 0.3;

/** A theme of one unit orders nothing, and neither does one of nearly all. */
const MIN_UNITS = 2;
const COHESION = 0.3;
const MAX_SHARE = 0.6;
const LONGEST_LABEL = 4;
const FRAGMENT_SHARE = 0.5;

function speakingIn(term: Term, { sentences }: Unit): number {
  return sentences.filter((sentence) => placeOf(term, sentence) >= 0).length;
}

function strengthOf(term: Term, id: string, unit: Unit, speaking: number): number {
  const share = speaking / Math.max(1, unit.sentences.length);
  return (
    (unit.keywordIds.has(id) ? KEYWORD : 0) +
    (speaksOf({ stems: unit.titleStems }, term) ? TITLE : 0) +
    TEXT * Math.min(1, share / SATURATED)
  );
}

/** A word that the topic only uses by itself and that titles use too, such as `motivation`. */
function topicWords(topic: string, language: OutlineTask['language'], units: readonly Unit[]) {
  const lexicon = lexiconFor(topic, language);
  const { stem } = lexicon;
  const runs = runsOf(topic, lexicon);
  const inPhrases = new Set(runs.filter((run) => run.length > 1).flatMap((run) => run.map(stem)));
  const inTitles = (word: string) =>
    units.filter(({ titleStems }) => titleStems.has(stem(word))).length >= MIN_UNITS;
  return runs
    .filter((run) => run.length === 1)
    .flat()
    .filter((word) => !inPhrases.has(stem(word)) && inTitles(word));
}

/** Names that the keywords, the topic, the titles and the texts offer for themes, best first. */
function offeredTerms({ document, language }: OutlineTask, units: readonly Unit[]): Offer[] {
  const topic = `${document.title}. ${document.topic}`;
  const texts = units.map(({ title, text }) => `${title}. ${text}`);
  const lexicon = lexiconOf(language);
  const phrases = (text: string) =>
    phrasesOf(text, lexiconFor(text, language)).map((phrase) => phrase.join(' '));
  const offer = (names: readonly string[], quality: number) =>
    [...new Set(names)].map((name) => ({ ...termOf(name, language), quality }));
  const titles = [...new Set(units.map(({ title }) => title))];
  const shared = commonPhrases(texts, lexicon, Math.max(MIN_UNITS, units.length / 12));
  return [
    ...offer(
      units.flatMap(({ keywords }) => keywords),
      QUALITY.keyword,
    ),
    ...offer([...phrases(topic), ...topicWords(topic, language, units)], QUALITY.topic),
    ...offer(titles.flatMap(phrases), QUALITY.title),
    ...shared.map((term) => ({ ...term, quality: QUALITY.text })),
  ];
}

/** Single words, for libraries that share no phrase. */
function offeredWords({ language }: OutlineTask, units: readonly Unit[]): Offer[] {
  const words = units.flatMap(({ title, text }) => wordsOf(`${title} ${text}`));
  return [...new Set(words.filter((word) => word.length >= 6))]
    .map((word) => ({ ...termOf(word, language), quality: QUALITY.word }))
    .filter(({ stems }) => stems.length === 1);
}

/** Of several forms of a term the one that the texts use most stands for all. */
function distinct(terms: readonly Offer[], units: readonly Unit[]): Map<string, Offer> {
  const text = units
    .map((unit) => `${unit.title}\n${unit.text}`)
    .join('\n')
    .toLowerCase();
  const uses = ({ label }: Term) => text.split(label.toLowerCase()).length;
  const groups = Map.groupBy(terms, idOf);
  groups.delete('');
  return new Map(
    [...groups].flatMap(([id, forms]) => {
      const quality = Math.max(...forms.map((form) => form.quality));
      const best = forms.filter((form) => form.quality === quality || quality < QUALITY.keyword);
      const [form] = best.sort((a, b) => uses(b) - uses(a));
      const usable = form !== undefined && wordsOf(form.label).length <= LONGEST_LABEL;
      return usable ? [[id, { ...form, quality }] as const] : [];
    }),
  );
}

/** In how many sentences each stem stands. */
function frequencies(units: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of units.flatMap(({ sentences }) => sentences)) {
    for (const stem of new Set(sentence)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Words that stand together by habit name something; those that meet by chance do not. */
function isCohesive({ stems, quality, spoken }: Measured, counts: ReadonlyMap<string, number>) {
  if (quality >= QUALITY.topic || stems.length < 2) return true;
  const rarest = Math.min(...stems.map((stem) => counts.get(stem) ?? 0));
  return spoken >= COHESION * rarest;
}

function isTelling({ strength }: Theme): boolean {
  const speaking = strength.filter((value) => value > 0).length;
  const strong = strength.filter((value) => value >= TITLE).length;
  return speaking >= MIN_UNITS && strong <= strength.length * MAX_SHARE;
}

const total = ({ strength }: Theme): number => strength.reduce((sum, value) => sum + value, 0);

/** A part of longer names that is hardly spoken of without the rest of one of them. */
function isFragment(theme: Theme, themes: readonly Theme[]): boolean {
  if (theme.quality === QUALITY.keyword) return false;
  const longer = themes
    .filter(({ stems }) => stems.length > theme.stems.length)
    .filter(({ stems }) => theme.stems.every((stem) => stems.includes(stem)));
  const spoken = longer.reduce((sum, other) => sum + total(other), 0);
  return spoken >= FRAGMENT_SHARE * total(theme);
}

function placeIn(topic: readonly string[], term: Term): number | null {
  const place = placeOf(term, topic);
  return place === -1 ? null : place;
}

/** Every theme that could give a section its title. */
export function themesOf(task: OutlineTask, units: readonly Unit[]): Theme[] {
  const text = `${task.document.title}. ${task.document.topic}`;
  const topic = stemsOf(text, lexiconFor(text, task.language));
  const counts = frequencies(units);
  const measure = ([id, term]: [string, Offer]): Measured => {
    const speaking = units.map((unit) => speakingIn(term, unit));
    return {
      ...term,
      strength: units.map((unit, index) => strengthOf(term, id, unit, speaking[index] ?? 0)),
      mentioned: placeIn(topic, term),
      spoken: speaking.reduce((sum, count) => sum + count, 0),
    };
  };
  const measured = (terms: readonly Offer[]): Theme[] =>
    [...distinct(terms, units)]
      .map(measure)
      .filter((theme) => isTelling(theme) && isCohesive(theme, counts));
  const offered = measured(offeredTerms(task, units));
  const themes = offered.filter((theme) => !isFragment(theme, offered));
  return themes.length >= 3 ? themes : [...themes, ...measured(offeredWords(task, units))];
}
