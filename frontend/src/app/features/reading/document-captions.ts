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

type Text = Pick<Thesis, 'language' | 'sections'>;

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
  for (const { id, level, number, title } of outline) {
    const word = level === 1 ? words.chapter : words.section;
    const key = `sec:${keyOf(title)}`;
    if (!references.has(key)) references.set(key, `${word}\u00A0${number}`);
    numbers.set(id, { language, before, references });
    const content = byId.get(id)?.content ?? '';
    if (!MAY_COUNT.test(content)) continue;
    const { after, labels } = numberCaptions(parseProse(content), { language, before });
    for (const [label, name] of labels) if (!references.has(label)) references.set(label, name);
    before = after;
  }
  return numbers;
}
