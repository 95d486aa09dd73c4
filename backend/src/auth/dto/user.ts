import { z } from 'zod';
import { LOCALES } from '../../mail';

const locale = z.enum(LOCALES);

export const User = z
  .object({
    id: z.uuid(),
    email: z.string(),
    fullName: z.string().nullable(),
    role: z.enum(['student', 'admin']),
    locale,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const Me = User.extend({
  tokensUsedToday: z.int().describe('Tokens of language models, in the current UTC day'),
  dailyTokenLimit: z.int(),
}).meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

const MAX_NAME = 200;

export const UpdateMe = z
  .strictObject({
    fullName: z
      .string()
      .trim()
      .max(MAX_NAME)
      // no line breaks or control characters: the name goes onto title pages and into mail
      .regex(/^[^\p{Cc}]*$/u, 'Use a name on one line.')
      .transform((name) => (name === '' ? null : name))
      .nullable(),
    locale,
  })
  .partial()
  .meta({ id: 'UpdateMe' });
export type UpdateMe = z.infer<typeof UpdateMe>;
