import { createHash } from 'node:crypto';
import type { Document } from '../dto/document';
import { isAppendix } from '../dto/outline';

/** An abstract by a writer, ready to be stored. */
export interface AbstractText {
  documentId: string;
  /** Paragraphs without citations. */
  content: string;
  /** The model's id. */
  writer: string;
  /** Of the task and rules that the model was given. */
  promptVersion: number;
  /** {@link basisOf} what it sums up. */
  basis: string;
}

/** What an abstract sums up, as a fingerprint: it changes with any text or heading but those of appendices. */
export function basisOf({ outline, sections }: Pick<Document, 'outline' | 'sections'>): string {
  const texts = new Map(sections.map(({ id, content }) => [id, content]));
  const own = outline?.sections.filter((section) => !isAppendix(section)) ?? [];
  const parts = own.map(({ id, title }) => [title, texts.get(id) ?? '']);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Essays are read from their beginning; longer works are announced. */
export const hasAbstract = ({ type }: Pick<Document, 'type'>): boolean => type !== 'essay';
