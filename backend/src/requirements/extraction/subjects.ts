import { findAll, type Found, has } from './lexicon';
import type { Sentence } from './sentence';
import { type Subject, SUBJECTS } from './subject-words';

const NAMES = Object.keys(SUBJECTS) as readonly Subject[];

interface Mention extends Pick<Found, 'start' | 'end'> {
  subject: Subject;
}

const QUOTED = /«[^«»]{1,60}»|“[^“”]{1,60}”|„[^„“]{1,60}“|"[^"]{1,60}"/gu;
const CAPITALS = /^[\p{Lu}\s]{4,}$/u;

/** The heading `«ВСТУП»` is no talk of the introduction, nor is `ВСТУП` in a sentence. */
function isName(text: string, { start, end }: Found, quoted: readonly Found[]): boolean {
  if (quoted.some((one) => one.start < start && one.end > end)) return true;
  return CAPITALS.test(text.slice(start, end)) && /\p{Ll}/u.test(text);
}

function mentionsIn(text: string): Mention[] {
  const quoted = findAll(text, QUOTED);
  const all = NAMES.flatMap((subject) =>
    findAll(text, SUBJECTS[subject])
      .filter((one) => !isName(text, one, quoted))
      .map(({ start, end }) => ({ subject, start, end })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  // `titles` within `titles of chapters` is no mention of its own
  return all.filter(
    (one) =>
      !all.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
}

const known = new WeakMap<Sentence, Mention[]>();

/** Those in a sentence: many rules ask for them, so that they are looked for once. */
function mentionsOf(sentence: Sentence): Mention[] {
  const all = known.get(sentence) ?? mentionsIn(sentence.text);
  known.set(sentence, all);
  return all;
}

/** `10 pt for footnotes`, `14 пт у заголовках`, `10 pt per le note`: what follows says it. */
const FOR =
  /^\s*(?:(?:should|must|may|can|shall) be used )?[(,]?\s*(?:in |for |as )?(?:for|in|per|nelle|nei|für|bei|in den|для|у|в)(?: the| all| le| i| die| den)?\s*$/iu;

/** What joins two things that something is said of; only the last two are joined by more than a comma. */
const JOIN =
  /^\s*,?\s*(?:and|or|as well as|und|oder|sowie|e|ed|та|і|й)\s+(?:of |the |all |la |le |i |dei |delle |di |der |die |den |von |заголовків )*$/iu;

const COMMA = /^\s*,\s*(?:the |le |la |i |gli |die |der |das |den )?$/iu;

/** A mention and those joined with it before it: `headings and subheadings` are both. */
function joinedWith(text: string, all: readonly Mention[], index: number): Subject[] {
  const one = all[index];
  if (one === undefined) return [];
  const between = (at: number) => text.slice(all[at - 1]?.end ?? 0, all[at]?.start);
  if (index === 0 || !JOIN.test(between(index))) return [one.subject];
  let first = index - 1;
  while (first > 0 && COMMA.test(between(first))) first -= 1;
  return all.slice(first, index + 1).map(({ subject }) => subject);
}

const LABEL = /^[^:]{1,60}:/u;

/** In `First-level heading: 1 Heading, bold`, the label tells which headings are meant. */
function byLabel(text: string, all: readonly Mention[], start: number): Subject | undefined {
  const end = LABEL.exec(text)?.[0].length;
  if (end === undefined || start < end) return undefined;
  return all.find((one) => one.end <= end && one.subject === 'chapter')?.subject;
}

/** `Tables: smaller type, ragged text` is of the tables. */
function labelled(text: string, all: readonly Mention[]): Subject | undefined {
  const end = LABEL.exec(text)?.[0].length ?? 0;
  const [only, ...others] = all.filter((one) => one.end <= end);
  return only?.subject === 'table' && others.length === 0 ? only.subject : undefined;
}

/** `All sections, including references:` is of the text as well. */
const INCLUDING = /including|einschließlich|включ|compres[aoie]/iu;

/** What is named last before a place of a sentence: the text itself when nothing is. */
export function subjectsBefore(sentence: Sentence, start: number): Subject[] {
  const { text, topic } = sentence;
  const all = mentionsOf(sentence);
  const index = all.findLastIndex((mention) => mention.end <= start);
  if (all[index]?.subject === 'heading') {
    const chapter = byLabel(text, all, start);
    if (chapter !== undefined) return [chapter];
  }
  if (all[index]?.subject === 'body') {
    const table = labelled(text, all);
    if (table !== undefined) return [table];
  }
  if (index !== -1) return joinedWith(text, all, index);
  const above = INCLUDING.test(topic) ? [] : mentionsIn(topic);
  return [above.find(({ subject }) => subject !== 'body')?.subject ?? 'body'];
}

/** What something at a place of a sentence is said of. */
export function subjectsAt(sentence: Sentence, start: number, end: number): Subject[] {
  const { text } = sentence;
  const after = mentionsOf(sentence).find((mention) => mention.start >= end);
  // `Line spacing, footnotes: single`
  const label = LABEL.exec(text)?.[0].length ?? 0;
  if (after !== undefined && after.end <= label) return [after.subject];
  if (after === undefined) return subjectsBefore(sentence, start);
  const gap = text.slice(end, after.start);
  // `12 pt (headings)`
  const isFor = FOR.test(gap) || (/^\s*\($/.test(gap) && text[after.end] === ')');
  return isFor ? [after.subject] : subjectsBefore(sentence, start);
}

/** The nearest of what something is said of. */
export const subjectAt = (sentence: Sentence, start: number, end: number): Subject =>
  subjectsAt(sentence, start, end).at(-1) ?? 'body';

/** Whether something is said of the text itself, be it of something else as well. */
export const isOfText = (sentence: Sentence, start: number, end: number): boolean =>
  subjectsAt(sentence, start, end).some((one) => one === 'body' || one === 'introduction');

/** Whether a text speaks of something at all. */
export const mentions = (text: string, ...subjects: readonly Subject[]): boolean =>
  subjects.some((subject) => has(text, SUBJECTS[subject]));
