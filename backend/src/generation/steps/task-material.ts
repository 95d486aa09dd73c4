import { toCitableSource } from '../../citations';
import type { Document } from '../../documents';
import type { Passage, SourceRecord } from '../../sources';
import type { DocumentBrief, SourceBrief, TaskPassage } from '../tasks/task-parts';

export function briefOf(document: Document, requirements = ''): DocumentBrief {
  const { title, topic, type, additionalRequirements } = document;
  const wishes = [additionalRequirements, requirements].filter((text) => text.trim() !== '');
  return { title, topic, type, requirements: wishes.join('\n') };
}

const LONGEST_KEYWORDS = 20;

/** The CSL variable `keyword` is one text; commas or semicolons part its words. */
function keywordsOf(keyword: string | undefined): string[] {
  const words = (keyword ?? '').split(/[,;]/).map((word) => word.trim());
  return words.filter((word) => word !== '').slice(0, LONGEST_KEYWORDS);
}

export function sourceBrief(source: SourceRecord): SourceBrief {
  const { key, authors, year } = toCitableSource(source);
  const { title, keyword } = source.csl;
  return {
    key,
    authors: [...authors],
    year,
    title: title ?? '',
    keywords: keywordsOf(keyword),
    ...(source.mandatory && { mandatory: true }),
  };
}

export function taskPassage({ key, page, kind, text }: Passage): TaskPassage {
  return { key, page, kind, text };
}

/** Passages source by source, each in the order of its text: identifiers grow with it. */
export function inTextOrder(passages: readonly Passage[]): Passage[] {
  const order = ({ key, id }: Passage) => `${key} ${id}`;
  return [...passages].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export function countPassageWords({ text }: Pick<Passage, 'text'>): number {
  return text.split(/\s+/).length;
}
