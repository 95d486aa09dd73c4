import { z } from 'zod';
import { taskHead } from './task-parts';

/** Everything a writer is told when it sums up a document, after its text has been written. */
export const AbstractTask = z.object({
  ...taskHead,
  kind: z.literal('abstract'),
  targetWords: z.int(),
  /** What the document answers. */
  researchQuestion: z.string().optional(),
  /** Each section that has text, in reading order, without its citations. */
  sections: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      role: z.enum(['introduction', 'body', 'conclusion']),
      summary: z.string(),
    }),
  ),
  /** Sentences of introduction and conclusion from paragraphs that cite nothing. */
  framing: z.array(z.string()),
});

export type AbstractTask = z.infer<typeof AbstractTask>;
