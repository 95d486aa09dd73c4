import { createHash } from 'node:crypto';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../common';
import type { Document } from '../dto/document';
import type { FrontPart } from '../dto/front-text';
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

/** Whether a part sums up the text, and can fall behind it. */
export const sumsUp = (part: FrontPart): boolean =>
  part === 'abstract' || part === 'second_abstract';

/**
 * The language of a part. A second abstract is in the language that was chosen for it, or else in
 * English, or the next that is not the document's own.
 */
export function languageOf(
  { language }: Pick<Document, 'language'>,
  { part, language: chosen }: { part: FrontPart; language: DocumentLanguage | null },
): DocumentLanguage {
  if (part !== 'second_abstract') return language;
  const wanted = [...(chosen === null ? [] : [chosen]), ...DOCUMENT_LANGUAGES];
  return wanted.find((one) => one !== language) ?? language;
}
