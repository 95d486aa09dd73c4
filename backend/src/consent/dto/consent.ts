import { z } from 'zod';
import { LOCALES } from '../../mail';
import { PURPOSES } from '../purposes';

const locale = z.enum(LOCALES);
const version = z.int().min(1).max(10_000);

export const Decision = z
  .object({
    decision: z.enum(['informed', 'given', 'withdrawn']),
    version: version.describe('Of the text that was shown'),
    locale: z.string().describe('The language in which it was'),
    via: z.enum(['sign_in', 'account', 'sharing']),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Decision' });

export type Decision = z.infer<typeof Decision>;

export const Consent = z
  .object({
    purpose: z.enum(PURPOSES),
    basis: z
      .enum(['information', 'default', 'consent'])
      .describe('Told only; holds until objected to; holds from when it is given'),
    version: version.describe('Of the text as it is now'),
    text: z.record(locale, z.string()),
    given: z.boolean().describe('Whether it holds at the moment'),
    history: z.array(Decision).describe('The latest first'),
  })
  .meta({ id: 'Consent' });

export type Consent = z.infer<typeof Consent>;

export const ConsentList = z.object({ items: z.array(Consent) }).meta({ id: 'ConsentList' });

export type ConsentList = z.infer<typeof ConsentList>;

export const DecideConsent = z
  .strictObject({
    purpose: z.enum(PURPOSES).exclude(['privacy-notice']),
    given: z.boolean().describe('False takes it back'),
    version: version.describe('Of the text that was read'),
    locale: locale.describe('The language in which it was'),
  })
  .meta({ id: 'DecideConsent' });

export type DecideConsent = z.infer<typeof DecideConsent>;
