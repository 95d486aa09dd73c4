import type { Document as Thesis, OutlineSection } from '../../api/generated/models';
import {
  type CaptionCounts,
  type CaptionNumbers,
  NO_CAPTIONS,
  numberCaptions,
} from '../../ui/prose/caption-numbers';
import { captionWordsOf } from '../../ui/prose/caption-words';
import { parseProse } from '../../ui/prose/parse-prose';

/** What only a text with something to number can hold. */
const MAY_COUNT = /\]\(figure:|\{#|^\|?[ \t]*:?-+:?[ \t]*\||^[ \t]*(?:\p{L}+)?:[ \t]/mu;

const FENCE = /^[ \t]*(?:```|~~~)/mu;

/** In a list or a quotation, what stands around a paragraph says what it is. */
const WITHIN = /^(?:[ \t]|>)/;

/** Stands for other paragraphs, so that no caption comes to stand beside what it is not of. */
const OTHERS = 'x';

/**
 * The paragraphs in which something may be numbered, and a short one for all between two of them.
 * To read all of a long text takes half a second.
 */
export function countableIn(content: string): string {
  if (!MAY_COUNT.test(content)) return '';
  // in code a blank line ends nothing
  if (FENCE.test(content)) return content;
  const paragraphs = content.split(/\n[ \t]*\n/);
  const may = paragraphs.map((paragraph) => MAY_COUNT.test(paragraph));
  const isWithin = (at: number) => may[at] === true && WITHIN.test(paragraphs[at] ?? '');
  return paragraphs
    .map((paragraph, at) =>
      may[at] === true || isWithin(at - 1) || isWithin(at + 1) ? paragraph : OTHERS,
    )
    .filter((paragraph, at, all) => paragraph !== OTHERS || all[at - 1] !== OTHERS)
    .join('\n\n');
}

type Text = Pick<Thesis, 'language' | 'sections'>;

function kindOf({ level, role }: OutlineSection): 'appendix' | 'chapter' | 'section' {
  if (level === 2) return 'section';
  return role === 'appendix' ? 'appendix' : 'chapter';
}

/** How an outline's section is called by those that refer to it: `sec:part-2`. */
const keyOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** For each section, by its id, how its captions are numbered. */
export function documentCaptions(
  { language, sections }: Text,
  outline: readonly OutlineSection[],
): ReadonlyMap<string, CaptionNumbers> {
  const words = captionWordsOf(language).references;
  const references = new Map<string, string>();
  const byId = new Map(sections.map((section) => [section.id, section]));
  const numbers = new Map<string, CaptionNumbers>();
  let before: CaptionCounts = NO_CAPTIONS;
  for (const section of outline) {
    const { id, number, title } = section;
    const key = `sec:${keyOf(title)}`;
    if (!references.has(key)) references.set(key, `${words[kindOf(section)]}\u00A0${number}`);
    numbers.set(id, { language, before, references });
    const countable = countableIn(byId.get(id)?.content ?? '');
    if (countable === '') continue;
    const { after, labels } = numberCaptions(parseProse(countable), { language, before });
    for (const [label, name] of labels) if (!references.has(label)) references.set(label, name);
    before = after;
  }
  return numbers;
}
