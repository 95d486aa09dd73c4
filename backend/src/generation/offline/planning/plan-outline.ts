import type { OutlinePlan, OutlineTask, PlannedSection } from '../../tasks/outline-task';
import { libraryLanguage } from '../material/library-language';
import { overlap, sentenceCase, termOf } from '../material/term';
import { splitSentences } from '../../../language';
import { Voice } from '../composing/voice';
import { phrasesOf } from '../phrases';
import { assignUnits, type Leaf, materialOf } from './assign-units';
import { chooseThemes, type ThemeCount } from './choose-themes';
import { type Chapter, groupChapters } from './group-chapters';
import { type Theme, themesOf } from './theme';
import { type Unit, unitsOf } from './unit';
import { divideWords, type WordBudget } from './word-budget';

/** A section of this length can be read in one go; a long document has longer ones. */
const SECTION_WORDS = 420;
const SHORTEST_SECTION_WORDS = 300;
const LONG_DOCUMENT = 2.2;
const LONG_DOCUMENT_WORDS = 20_000;
/** What introduction and conclusion leave. */
const BODY_SHARE = 0.83;
const LEAVES_PER_CHAPTER = 2.4;
/** Fewer sections than this need no second level. */
const MIN_LEAVES_FOR_PARTS = 6;
const MAX_LEAVES = 40;
const MAX_CHAPTERS = 9;
const KEY_POINTS = 3;
const FRAME_SOURCES = 12;

interface Plan {
  task: OutlineTask;
  units: readonly Unit[];
  themes: readonly Theme[];
  leaves: readonly Leaf[];
  chapters: readonly Chapter[];
}

function leafCount(words: number): ThemeCount {
  const scale = words > LONG_DOCUMENT_WORDS ? LONG_DOCUMENT : 1;
  const count = (length: number) =>
    Math.min(MAX_LEAVES, Math.max(2, Math.round((words * BODY_SHARE) / (length * scale))));
  return { preferred: count(SECTION_WORDS), most: count(SHORTEST_SECTION_WORDS) };
}

function chapterCount(leaves: number): number {
  if (leaves < MIN_LEAVES_FOR_PARTS) return leaves;
  return Math.min(MAX_CHAPTERS, Math.max(2, Math.round(leaves / LEAVES_PER_CHAPTER)));
}

const keysOf = (leaf: Leaf, units: readonly Unit[]): string[] => [
  ...new Set(leaf.units.map((unit) => units[unit]?.key ?? '')),
];

/** What else the sources of a leaf speak about. */
function keyPoints({ themes, leaves }: Plan, leaf: Leaf): string[] {
  const titles = leaves.map(({ theme }) => theme);
  const weight = ({ strength, quality }: Theme) =>
    quality * leaf.units.reduce((sum, unit) => sum + (strength[unit] ?? 0), 0);
  const related = themes
    .filter((theme) => !titles.some((title) => overlap(title, theme)))
    .map((theme) => ({ theme, value: weight(theme) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .reduce<Theme[]>(
      (kept, { theme }) => (kept.some((other) => overlap(other, theme)) ? kept : [...kept, theme]),
      [],
    );
  return [leaf.theme, ...related.slice(0, KEY_POINTS - 1)].map(({ label }) => sentenceCase(label));
}

function joined(labels: readonly string[], language: OutlineTask['language']): string {
  // British usage: no comma before the last
  const locale = language === 'en' ? 'en-GB' : language;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return sentenceCase(list.format(labels));
}

function chapterSections(plan: Plan, { leaves }: Chapter, words: (leaf: Leaf) => number) {
  const { task, units } = plan;
  const section = (leaf: Leaf, level: 1 | 2): PlannedSection => ({
    title: sentenceCase(leaf.theme.label),
    level,
    role: 'body',
    keyPoints: keyPoints(plan, leaf),
    targetWords: words(leaf),
    sourceKeys: keysOf(leaf, units),
  });
  const [only, ...others] = leaves;
  if (only !== undefined && others.length === 0) return [section(only, 1)];
  const heading: PlannedSection = {
    title: joined(
      leaves.map(({ theme }) => theme.label),
      task.language,
    ),
    level: 1,
    role: 'body',
    keyPoints: [],
    targetWords: 0,
    sourceKeys: [],
  };
  return [heading, ...leaves.map((leaf) => section(leaf, 2))];
}

/** Sources that speak about the most themes: those that overlook the field. */
function overview({ units, leaves }: Plan): string[] {
  const breadth = (unit: number) =>
    leaves.reduce((sum, { theme }) => sum + Math.min(1, theme.strength[unit] ?? 0), 0);
  const keys = units
    .map(({ key }, unit) => ({ key, breadth: breadth(unit) }))
    .sort((a, b) => b.breadth - a.breadth)
    .map(({ key }) => key);
  return [...new Set(keys)].slice(0, FRAME_SOURCES);
}

function frameSections(plan: Plan, { introduction, conclusion }: WordBudget) {
  const { headings } = phrasesOf(plan.task.language);
  const { chapters, leaves, units, task } = plan;
  const keys = leaves.flatMap((leaf) => keysOf(leaf, units).slice(0, KEY_POINTS));
  const points = chapters
    .map((chapter) =>
      joined(
        chapter.leaves.map(({ theme }) => theme.label),
        task.language,
      ),
    )
    .slice(0, 10);
  const shared = { level: 1 as const, keyPoints: points };
  const first: PlannedSection = {
    ...shared,
    title: headings.introduction,
    role: 'introduction',
    targetWords: introduction,
    sourceKeys: overview(plan),
  };
  const last: PlannedSection = {
    ...shared,
    title: headings.conclusion,
    role: 'conclusion',
    targetWords: conclusion,
    sourceKeys: [...new Set(keys)],
  };
  return { first, last };
}

/** The author's own question where topic or title hold one; else what any text from sources asks. */
function questionOf({ document, language }: OutlineTask): string {
  const sentences = [...splitSentences(document.topic, language), document.title];
  const own = sentences.find((sentence) => /[?？]$/u.test(sentence.trim()));
  if (own !== undefined && own.length <= LONGEST_QUESTION) return own.trim();
  const phrases = phrasesOf(language);
  const title = document.title.slice(0, LONGEST_TITLE).trim();
  return phrases.researchQuestion(new Voice(phrases, 0).quoted(title));
}

const LONGEST_TITLE = 150;
const LONGEST_QUESTION = 500;

/** A library too small to divide is one chapter on the topic itself. */
function wholeTopic({ document, language }: OutlineTask, units: readonly Unit[]): Leaf {
  const title = (document.title.split(':')[0] ?? '').trim().slice(0, LONGEST_TITLE);
  const strength = units.map(() => 1);
  const theme = { ...termOf(title, language), quality: 1, strength, mentioned: 0 };
  return { theme, units: units.map((_, unit) => unit) };
}

/**
 * Plans a document from the themes of its library: what the topic names and the sources speak
 * about, in the order of the topic, each section as long as its sources can carry.
 */
export function planOutline(task: OutlineTask): OutlinePlan {
  const inLibrary = { ...task, language: libraryLanguage(task) };
  const units = unitsOf(inLibrary);
  const themes = themesOf(inLibrary, units);
  const chosen = chooseThemes(themes, leafCount(task.targetWords));
  const assigned = assignUnits(chosen, units);
  const leaves = assigned.length > 0 ? assigned : [wholeTopic(inLibrary, units)];
  const chapters = groupChapters(leaves, chapterCount(leaves.length), units);
  const plan = { task, units, themes, leaves, chapters };
  const ordered = chapters.flatMap((chapter) => chapter.leaves);
  const weights = ordered.map((leaf) => materialOf(leaf, leaves, units));
  const budget = divideWords(task.targetWords, weights);
  const words = (leaf: Leaf) => budget.body[ordered.indexOf(leaf)] ?? 0;
  const { first, last } = frameSections(plan, budget);
  const body = chapters.flatMap((chapter) => chapterSections(plan, chapter, words));
  return { researchQuestion: questionOf(task), sections: [first, ...body, last] };
}
