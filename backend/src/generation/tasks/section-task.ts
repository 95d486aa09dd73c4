import { z } from 'zod';
import { SourceBrief, TaskPassage, taskHead } from './task-parts';

const OutlineEntry = z.object({
  number: z.string(),
  title: z.string(),
  level: z.int(),
  targetWords: z.int(),
  sourceKeys: z.array(z.string()),
});

/** Everything a writer is told when it writes one section. */
export const SectionTask = z.object({
  ...taskHead,
  kind: z.literal('section'),
  /** What the document is to answer. */
  researchQuestion: z.string().optional(),
  /** The whole document, so that a section knows its place. */
  outline: z.array(OutlineEntry),
  section: z.object({
    number: z.string(),
    title: z.string(),
    role: z.enum(['introduction', 'body', 'conclusion']),
    keyPoints: z.array(z.string()),
    targetWords: z.int(),
  }),
  /** What stands before this section, briefly. */
  earlier: z.array(z.object({ number: z.string(), title: z.string(), summary: z.string() })),
  sources: z.array(SourceBrief),
  passages: z.array(TaskPassage),
  /** Sentences of the passages that other sections already contain word for word. */
  used: z.array(z.string()),
});

export type SectionTask = z.infer<typeof SectionTask>;
