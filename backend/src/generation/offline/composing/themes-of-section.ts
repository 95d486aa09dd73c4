import type { SectionTask } from '../../tasks/section-task';
import { lexiconOf } from '../../../language';
import { commonPhrases } from '../material/common-phrases';
import { libraryLanguage } from '../material/library-language';
import { overlap, type Term, termOf } from '../material/term';
import type { RankedCandidate } from './select-sentences';

/** A phrase of fewer sentences names no theme. */
const MIN_SENTENCES = 3;
/** Above this a label reads like a sentence. */
const LONGEST_LABEL = 4;

const usable = ({ label, stems }: Term): boolean =>
  stems.length > 0 && label.split(' ').length <= LONGEST_LABEL;

/**
 * Terms that may name a paragraph of a section, its own subject first: its title, its key points,
 * the keywords of its sources, or phrases that its sentences share. The first of several forms of
 * a term stands for all.
 */
export function themesOfSection(task: SectionTask, sentences: readonly RankedCandidate[]): Term[] {
  const { section, sources } = task;
  const language = libraryLanguage(task);
  const texts = sentences.map(({ text }) => text);
  const cited = new Set(sentences.map(({ key }) => key));
  const keywords = sources.filter(({ key }) => cited.has(key)).flatMap((source) => source.keywords);
  const named = [section.title, ...section.keyPoints, ...keywords].map((text) =>
    termOf(text, language),
  );
  // Keywords were chosen by a person; only without them the texts themselves are asked
  const shared =
    keywords.length > 0 ? [] : commonPhrases(texts, lexiconOf(language), MIN_SENTENCES);
  return [...named, ...shared]
    .filter(usable)
    .reduce<Term[]>(
      (kept, term) => (kept.some((other) => overlap(other, term)) ? kept : [...kept, term]),
      [],
    );
}
