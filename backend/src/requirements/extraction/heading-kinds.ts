import type { Sentence } from './sentence';
import type { Subject } from './subject-words';
import { mentions, subjectsAt, subjectsBefore } from './subjects';

export type HeadingKind = 'chapter' | 'heading';

const LOWER =
  /sub|підрозділ|підпункт|paragraf|sotto|Unter|(?:second|third)[- ]level|level[- ](?:2|3|two|three)|(?:друг|треть)\p{L}+ рівн|(?:secondo|terzo) livello|(?:(?:zweite|dritte)[rn]? |[23]\. )(?:Gliederungse|E)bene/iu;

/** Headings as a whole are those of chapters too, unless a sentence tells them apart. */
function kindsOf({ text }: Sentence, subject: Subject): HeadingKind[] {
  if (subject === 'chapter') return ['chapter'];
  if (subject !== 'heading') return [];
  return mentions(text, 'chapter') || LOWER.test(text) ? ['heading'] : ['chapter', 'heading'];
}

function headingsAmong(sentence: Sentence, subjects: readonly Subject[]): HeadingKind[] {
  const kinds = subjects.flatMap((subject) => kindsOf(sentence, subject));
  // `headings and subheadings`
  return subjects.length > 1 && kinds.length > 1 ? ['chapter', 'heading'] : kinds;
}

/** The headings that something at a place of a sentence is said of; none for what else. */
export const headingsAt = (sentence: Sentence, start: number, end: number): HeadingKind[] =>
  headingsAmong(sentence, subjectsAt(sentence, start, end));

/** The headings named before a place: `headings are bold in the text` is said of them. */
export const headingsBefore = (sentence: Sentence, start: number): HeadingKind[] =>
  headingsAmong(sentence, subjectsBefore(sentence, start));

const HEADINGS_AFTER = /^[^.;:]{0,60}\s(?:headings|Überschriften)/u;

/** `Left-aligned chapter and section headings`, where nothing else comes first. */
export const qualifiesHeadings = ({ text }: Sentence, start: number, end: number): boolean =>
  start === 0 && HEADINGS_AFTER.test(text.slice(end));
