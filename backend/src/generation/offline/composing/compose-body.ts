import type { SectionTask } from '../../tasks/section-task';
import { libraryLanguage } from '../material/library-language';
import { termOf } from '../material/term';
import { arrangeParagraphs } from './arrange-paragraphs';
import { ParagraphComposer } from './compose-paragraph';
import type { Paragraph } from './composition';
import { type RankedCandidate, selectSentences } from './select-sentences';
import { themesOfSection } from './themes-of-section';
import type { Voice } from './voice';

function nextTitle({ outline, section }: SectionTask): string | null {
  const index = outline.findIndex(({ number }) => number === section.number);
  const next = outline[index + 1];
  // Towards a new chapter, or the conclusion, the heading says enough
  return next?.level === 2 && index >= 0 ? next.title : null;
}

/** A section of the main part: paragraphs by theme, from about `words` words of the sources. */
export function composeBody(
  task: SectionTask,
  candidates: readonly RankedCandidate[],
  words: number,
  voice: Voice,
): Paragraph[] {
  const sentences = selectSentences(candidates, words);
  const sources = new Map(task.sources.map((source) => [source.key, source]));
  const yearOf = (key: string) => sources.get(key)?.year ?? 0;
  const plans = arrangeParagraphs(sentences, themesOfSection(task, sentences), yearOf);
  const composer = new ParagraphComposer(
    voice,
    sources,
    termOf(task.section.title, libraryLanguage(task)),
  );
  const paragraphs = plans.map((plan, index) => composer.compose(plan, index));
  const next = nextTitle(task);
  if (next === null || paragraphs.length < 2 || voice.place % 2 === 1) return paragraphs;
  const onward = { kind: 'connecting' as const, text: voice.about('onward', voice.quoted(next)) };
  return paragraphs.map((paragraph, index) =>
    index === paragraphs.length - 1 ? [...paragraph, onward] : paragraph,
  );
}
