import { z } from 'zod';
import { DOCUMENT_LANGUAGES } from '../../common';

/** Version of the task format and of the rules that go with it; recorded beside what was written. */
export const TASK_VERSION = 2;

/** What the document is, in its owner's words. */
export const DocumentBrief = z.object({
  title: z.string(),
  topic: z.string(),
  type: z.string(),
  requirements: z.string(),
});

export type DocumentBrief = z.infer<typeof DocumentBrief>;

export const SourceBrief = z.object({
  key: z.string(),
  /** Family or corporate names. */
  authors: z.array(z.string()),
  year: z.number().nullable(),
  title: z.string(),
  keywords: z.array(z.string()),
  /** Whether the author wants it cited here. */
  mandatory: z.boolean().optional(),
});

export type SourceBrief = z.infer<typeof SourceBrief>;

/** Text of a source. `annotation` is someone's own summary; the other kinds are its literal words. */
export const TaskPassage = z.object({
  key: z.string(),
  page: z.number().nullable(),
  kind: z.enum(['fulltext', 'abstract', 'annotation']),
  text: z.string(),
});

export type TaskPassage = z.infer<typeof TaskPassage>;

export const taskHead = {
  version: z.literal(TASK_VERSION),
  language: z.enum(DOCUMENT_LANGUAGES),
  document: DocumentBrief,
};
