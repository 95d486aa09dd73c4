import { z } from 'zod';
import type { KnownProfile } from '../dto/formatting-profile';
import { Formatting } from '../profile/formatting';
import deutsch from './de.json';
import english from './en.json';
import italian from './it.json';
import ukrainian from './uk.json';

/** The data are checked like any input, when the product starts. */
const ReadyMade = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    language: z.string(),
    source: z.strictObject({ title: z.string(), url: z.url() }),
    formatting: Formatting,
  }),
);

/** Common sets of rules, each with the public source of its facts; what that leaves open is left out. */
export const READY_MADE: readonly KnownProfile[] = [english, ukrainian, italian, deutsch]
  .flatMap((profiles) => ReadyMade.parse(profiles))
  .map((profile) => ({ ...profile, shared: false, own: false }));
