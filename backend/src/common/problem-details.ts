import { z } from 'zod';

/** RFC 9457 problem details, with our stable `code`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().meta({ example: 'NOT_FOUND' }),
    reason: z
      .string()
      .optional()
      .describe('Which of several causes of one code it is; stable, like the code')
      .meta({ example: 'NO_TEXT' }),
    requestId: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), message: z.string() }))
      .optional()
      .describe('For bad input: JSON pointer (RFC 6901) into the body, and what is wrong there'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof Problem>;
