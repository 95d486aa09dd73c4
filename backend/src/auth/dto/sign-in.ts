import { z } from 'zod';
import { CODE_LENGTH } from '../secrets';
import { User } from './user';

/** Longest address that a mail server has to take (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL = 254;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(MAX_EMAIL, 'Use an address of at most 254 characters.')
  .pipe(z.email('This is not a mail address.'));

/** As typed from a mail: spaces, hyphens and case do not matter. */
const code = z
  .string()
  .max(4 * CODE_LENGTH)
  .transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().length(CODE_LENGTH, 'The code has eight characters.'));

export const MagicLinkRequest = z.object({ email }).meta({ id: 'MagicLinkRequest' });
export type MagicLinkRequest = z.infer<typeof MagicLinkRequest>;

export const MagicLinkSent = z
  .object({ message: z.string(), expiresIn: z.int().describe('Seconds') })
  .meta({ id: 'MagicLinkSent' });
export type MagicLinkSent = z.infer<typeof MagicLinkSent>;

const ByToken = z.strictObject({ token: z.string().min(1).max(256) });
const ByCode = z.strictObject({ email, code });

export const SignInProof = z
  .union([ByToken, ByCode], { error: 'Send either the token, or the address and the code.' })
  .meta({ id: 'SignInProof' });
export type SignInProof = z.infer<typeof SignInProof>;

export const AccessGrant = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal('Bearer'),
    expiresIn: z.int().describe('Seconds'),
  })
  .meta({ id: 'AccessGrant' });
export type AccessGrant = z.infer<typeof AccessGrant>;

export const SignedInGrant = AccessGrant.extend({ user: User }).meta({ id: 'SignedInGrant' });
export type SignedInGrant = z.infer<typeof SignedInGrant>;
