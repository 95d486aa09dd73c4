import { z } from 'zod';
import { SUPPORT_STATES } from '../../citations';

const CitedPassage = z
  .object({
    id: z.guid(),
    place: z.int().describe('Among the passages of the source, from 0'),
    fileId: z.guid().nullable().describe('The file that it stands in, where that is kept'),
    page: z.int().nullable().describe('As counted in the file, from 1'),
    text: z.string(),
    start: z.int().describe('Of the words that are rested on, in UTF-16 code units of the text'),
    end: z.int().describe('Exclusive'),
  })
  .meta({ id: 'CitedPassage' });

export const SourceCitation = z
  .object({
    sectionId: z.guid(),
    sectionTitle: z.string(),
    ordinal: z.int().describe('Among the citations of the section, from 0'),
    locator: z.string().nullable().describe('As cited, such as `12`'),
    state: z.enum(SUPPORT_STATES),
    passage: CitedPassage.nullable().describe('Null where the source is cited as a whole'),
  })
  .meta({ id: 'SourceCitation' });

export type SourceCitation = z.infer<typeof SourceCitation>;

export const SourceCitationList = z
  .object({ items: z.array(SourceCitation).describe('In the order of the text') })
  .meta({ id: 'SourceCitationList' });

export type SourceCitationList = z.infer<typeof SourceCitationList>;
