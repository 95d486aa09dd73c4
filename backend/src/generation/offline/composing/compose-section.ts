import type { SectionTask } from '../../tasks/section-task';
import { wordsOf } from '../../../language';
import { libraryLanguage } from '../material/library-language';
import { candidatesFor } from '../material/candidate';
import { phrasesOf } from '../phrases';
import { composeBody } from './compose-body';
import { composeConclusion } from './compose-conclusion';
import { composeIntroduction } from './compose-introduction';
import { type Paragraph, render } from './composition';
import { rank, weighted } from './rank';
import type { RankedCandidate } from './select-sentences';
import { sourceQuotas } from './source-quotas';
import { Voice } from './voice';

const COMPOSERS = {
  introduction: composeIntroduction,
  body: composeBody,
  conclusion: composeConclusion,
};

/** Connecting text takes about this share; the rest of the words come from the sources. */
const FIRST_GUESS = 0.85;
/** What the outline did not mean for this section comes in only where it has more to say. */
const UNPLANNED = 0.5;
const ATTEMPTS = 6;
const CLOSE_ENOUGH = 0.03;

function queryOf(task: SectionTask) {
  const { document, outline, section } = task;
  const chapterNumber = section.number.split('.')[0];
  const chapter = outline.find(({ number }) => number === chapterNumber);
  const own = section.role === 'body' ? 1 : 0;
  return weighted(
    [
      { text: section.title, weight: 3 * own },
      { text: section.keyPoints.join('. '), weight: 1 },
      { text: chapter?.title ?? '', weight: own },
      { text: `${document.title}. ${document.topic}`, weight: section.role === 'body' ? 0.2 : 1 },
    ].filter(({ weight }) => weight > 0),
    libraryLanguage(task),
  );
}

/** Words a reader counts: keys and pages of citations are none. */
function countWords(markdown: string): number {
  return wordsOf(markdown.replace(/\[[^[\]]*@[^[\]]*\]/g, ' ')).length;
}

/** What each source that has to be cited says best on the subject. */
function bestOfMandatory(
  { sources }: SectionTask,
  ranked: readonly RankedCandidate[],
): RankedCandidate[] {
  return sources.flatMap(({ key, mandatory }) => {
    if (mandatory !== true) return [];
    const own = ranked.filter((candidate) => candidate.key === key);
    const [best] = own.sort((a, b) => b.relevance - a.relevance);
    return best ?? [];
  });
}

/** The sentences that may be used, by how much they have to say here. */
function candidatesOf(task: SectionTask, place: number): RankedCandidate[] {
  const available = candidatesFor(task);
  const quotas = sourceQuotas(task, place, available);
  const planned = new Set(task.outline[place]?.sourceKeys ?? []);
  const ranked = rank(available, queryOf(task)).map((candidate) => {
    const share = planned.size === 0 || planned.has(candidate.key) ? 1 : UNPLANNED;
    const quota = quotas.get(candidate.key) ?? 0;
    return { ...candidate, relevance: candidate.relevance * share, quota };
  });
  const required = new Set(bestOfMandatory(task, ranked));
  return ranked.map((candidate) =>
    required.has(candidate)
      ? { ...candidate, required: true, quota: Math.max(1, candidate.quota) }
      : candidate,
  );
}

export interface ComposedSection {
  paragraphs: Paragraph[];
  markdown: string;
}

/**
 * Writes a section from sentences of the task's passages. The same task always gives the same
 * text; it is shorter than asked for when the passages carry no more.
 */
export function composeSection(task: SectionTask): ComposedSection {
  const { language, outline, section } = task;
  const place = Math.max(
    0,
    outline.findIndex(({ number }) => number === section.number),
  );
  const phrases = phrasesOf(language);
  const candidates = candidatesOf(task, place);
  const target = section.targetWords;
  let words = target * FIRST_GUESS;
  let closest: (ComposedSection & { distance: number }) | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const voice = new Voice(phrases, place);
    const paragraphs = COMPOSERS[section.role](task, candidates, words, voice);
    const markdown = render(paragraphs, phrases);
    const missing = target - countWords(markdown);
    const distance = Math.abs(missing) / Math.max(1, target);
    if (closest === undefined || distance < closest.distance) {
      closest = { paragraphs, markdown, distance };
    }
    if (distance <= CLOSE_ENOUGH) break;
    words = Math.max(0, words + missing);
  }
  return closest ?? { paragraphs: [], markdown: '' };
}
