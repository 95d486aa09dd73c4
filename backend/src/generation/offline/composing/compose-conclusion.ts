import { gradedEvidence } from '../../support/graded-evidence';
import type { SectionTask } from '../../tasks/section-task';
import { blocksOf } from './arrange-paragraphs';
import { composeBlock } from './compose-paragraph';
import type { Paragraph } from './composition';
import { type RankedCandidate, selectSentences } from './select-sentences';
import type { Voice } from './voice';

const POINTERS = 4;

interface Chapter {
  number: string;
  title: string;
  /** The sources of each of its parts. */
  parts: string[][];
}

/** The chapters of the main part with the sources of all their parts. */
function chaptersOf({ outline, passages }: SectionTask): Chapter[] {
  // Only what was read for this section can be cited in it
  const known = new Set(passages.map(({ key }) => key));
  const chapters: Chapter[] = [];
  for (const { level, number, title, sourceKeys } of outline) {
    if (level === 1) chapters.push({ number, title, parts: [] });
    chapters.at(-1)?.parts.push(sourceKeys.filter((key) => known.has(key)));
  }
  return chapters.slice(1, -1);
}

/** Sources of every part in turn rather than all of the first. */
function pointersOf({ parts }: Chapter): string[] {
  const longest = Math.max(0, ...parts.map((keys) => keys.length));
  const inTurn = Array.from({ length: longest }, (_, index) => parts.map((keys) => keys[index]));
  const keys = inTurn.flat().filter((key) => key !== undefined);
  return [...new Set(keys)];
}

/** Of some sources those whose passages speak of what a sentence says. */
function carrying(
  text: string,
  keys: readonly string[],
  { sources, passages, language }: SectionTask,
): string[] {
  const grounds = {
    sources: sources.map((source) => ({ ...source, pageCount: null, printedPages: null })),
    passages: passages.map((passage, index) => {
      return { ...passage, id: String(index), sourceId: passage.key, rank: 0 };
    }),
    language,
  };
  return keys.filter((key) => {
    const cited = `${text.replace(/\.$/, '')} [@${key}].`;
    return gradedEvidence(cited, grounds).every(({ evidence }) => evidence.state !== 'unsupported');
  });
}

function lookBack(
  chapter: Chapter,
  index: number,
  sentences: readonly RankedCandidate[],
  task: SectionTask,
  voice: Voice,
): Paragraph {
  const { chapters } = voice.phrases.conclusion;
  const text = chapters[index % chapters.length]?.(chapter.number, voice.quoted(chapter.title));
  return [
    {
      kind: 'pointer',
      text: text ?? '',
      keys: carrying(text ?? '', pointersOf(chapter), task).slice(0, POINTERS),
    },
    ...blocksOf(sentences).flatMap((block) => composeBlock(block, voice)),
  ];
}

/** What the chapters gathered, one after the other, each with something its sources still say. */
export function composeConclusion(
  task: SectionTask,
  candidates: readonly RankedCandidate[],
  words: number,
  voice: Voice,
): Paragraph[] {
  const chapters = chaptersOf(task);
  const { conclusion } = voice.phrases;
  const taken = new Set<RankedCandidate>();
  const paragraphs = chapters.map((chapter, index) => {
    const keys = chapter.parts.flat();
    const open = candidates.filter((one) => keys.includes(one.key) && !taken.has(one));
    const sentences = selectSentences(open, words / chapters.length);
    for (const sentence of sentences) taken.add(sentence);
    return lookBack(chapter, index, sentences, task, voice);
  });
  const opening = conclusion.opening(voice.quoted(task.document.title));
  return [
    [{ kind: 'connecting', text: opening }],
    ...paragraphs,
    [{ kind: 'connecting', text: conclusion.closing }],
  ];
}
