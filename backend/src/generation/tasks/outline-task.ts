import { z } from 'zod';
import { SourceBrief, TaskPassage, taskHead } from './task-parts';

/** Everything a writer is told when it plans a document. */
export const OutlineTask = z.object({
  ...taskHead,
  kind: z.literal('outline'),
  /** Words of all sections together. */
  targetWords: z.int(),
  sources: z.array(SourceBrief.extend({ words: z.int() })),
  /** The best passages of each source on the topic. */
  passages: z.array(TaskPassage),
});

export type OutlineTask = z.infer<typeof OutlineTask>;

const PlannedSection = z.object({
  title: z.string().trim().min(1).max(200),
  level: z.union([z.literal(1), z.literal(2)]),
  role: z.enum(['introduction', 'body', 'conclusion']),
  keyPoints: z.array(z.string().trim().min(1).max(300)).max(10),
  targetWords: z.int().min(0).max(20_000),
  sourceKeys: z.array(z.string().max(100)).max(200),
});

export type PlannedSection = z.infer<typeof PlannedSection>;

/** What a writer answers to an {@link OutlineTask}. */
export const OutlinePlan = z.object({
  /** One that is no question is as good as none. */
  researchQuestion: z.string().trim().min(1).max(500).nullish().catch(null),
  sections: z
    .array(PlannedSection)
    .min(3)
    .max(120)
    .refine(([first]) => first?.role === 'introduction', 'Start with the introduction.')
    .refine((all) => all.at(-1)?.role === 'conclusion', 'End with the conclusion.')
    .refine(([first]) => first?.level === 1, 'The first section must have level 1.')
    .refine((all) => all.some(({ role }) => role === 'body'), 'Plan at least one body chapter.'),
});

export type OutlinePlan = z.infer<typeof OutlinePlan>;
