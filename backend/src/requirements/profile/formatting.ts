import { z } from 'zod';
import { CITATION_STYLES } from '../../citations';
import * as words from './vocabulary';

const MAX_MARGIN = 60;

const margin = z.number().min(5).max(MAX_MARGIN).describe('In millimetres');
const typeSize = z.number().min(6).max(28).multipleOf(0.5).describe('In points');

const isUnique = (list: readonly string[]) => new Set(list).size === list.length;

/** From and to, either open; both ends are allowed. */
const range = z
  .object({ min: z.int().min(1).nullable(), max: z.int().min(1).nullable() })
  .refine(({ min, max }) => min !== null || max !== null, 'State an end.')
  .refine(({ min, max }) => min === null || max === null || min <= max, 'The ends are swapped.');

/** What a university can rule, by name; every rule may be left unstated. */
export const RULE_VALUES = {
  pageSize: z.enum(words.PAGE_SIZES),
  marginTop: margin,
  marginRight: margin,
  marginBottom: margin,
  marginLeft: margin,
  font: z.enum(words.FONTS),
  fontSize: typeSize.describe('Of the text, in points'),
  footnoteSize: typeSize,
  tableSize: typeSize.describe('Of the text in tables, in points'),
  lineSpacing: z.number().min(0.8).max(3).describe('Multiple of single spacing'),
  paragraphIndent: z.number().min(0).max(30).describe('Of first lines, in millimetres'),
  alignment: z.enum(words.ALIGNMENTS),
  chapterSize: typeSize.describe('Of the headings of chapters, in points'),
  chapterBold: z.boolean(),
  chapterCapitals: z.boolean(),
  chapterAlignment: z.enum(words.HEADING_ALIGNMENTS),
  chapterOnNewPage: z.boolean(),
  headingSize: typeSize.describe('Of the headings below chapters, in points'),
  headingBold: z.boolean(),
  headingAlignment: z.enum(words.HEADING_ALIGNMENTS),
  headingNumbering: z.enum(words.HEADING_NUMBERINGS),
  pageNumberPosition: z.enum(words.PAGE_NUMBER_POSITIONS),
  pageNumbersFrom: z.enum(words.PAGE_NUMBERS_FROM),
  frontMatterNumbers: z.enum(words.FRONT_MATTER_NUMBERS),
  partOrder: z.array(z.enum(words.PARTS)).min(2).refine(isUnique, 'Name each part once.'),
  titlePageFields: z
    .array(z.enum(words.TITLE_PAGE_FIELDS))
    .min(1)
    .refine(isUnique, 'Name each field once.'),
  citationStyle: z.enum(CITATION_STYLES),
  lengthPages: range,
  lengthWords: range,
  lengthCharacters: range.describe('With spaces'),
  lengthCharactersNoSpaces: range,
  tableCaption: z.enum(words.CAPTION_PLACES),
  figureCaption: z.enum(words.CAPTION_PLACES),
  captionNumbering: z.enum(words.CAPTION_NUMBERINGS),
} as const;

export type Rule = keyof typeof RULE_VALUES;

export const RULES = Object.keys(RULE_VALUES) as readonly Rule[];

/** The bare values, as a renderer takes them. */
export const Formatting = z
  .strictObject(RULE_VALUES)
  .partial()
  .refine(
    ({ frontMatterNumbers, pageNumbersFrom }) =>
      frontMatterNumbers !== 'roman' || pageNumbersFrom !== 'body',
    {
      path: ['pageNumbersFrom'],
      message: 'Roman numbers before the body are not seen when numbers begin with the body.',
    },
  )
  .meta({ id: 'Formatting' });

export type Formatting = z.infer<typeof Formatting>;
