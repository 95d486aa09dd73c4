import { z } from 'zod';

const KEY = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}])?$/u;

const key = z
  .string()
  .regex(KEY, 'Letters and digits, with points, hyphens and underscores between them.')
  .describe('What the text names: ![Caption](figure:key)')
  .meta({ example: 'forgetting-curve' });
const caption = z.string().trim().max(1000).describe('Where the text gives none');
const altText = z.string().trim().max(2000).describe('For those who cannot see it');

/** What is said of an image. */
export const FigureDetails = z
  .strictObject({ caption, altText })
  .partial()
  .refine((fields) => Object.keys(fields).length > 0, 'State a caption or an alternative text.')
  .meta({ id: 'FigureDetails' });

export type FigureDetails = z.infer<typeof FigureDetails>;

/** The fields beside an uploaded image. */
export const FigureFields = z.object({ key, caption, altText }).partial();

export type FigureFields = z.infer<typeof FigureFields>;

export const Figure = z
  .object({
    id: z.uuid(),
    key,
    caption,
    altText,
    mediaType: z.enum(['image/png', 'image/jpeg']).describe('As it is kept; drawings become PNG'),
    width: z.number().describe('In pixels, 96 to the inch'),
    height: z.number().describe('In pixels, 96 to the inch'),
    fileSize: z.int().describe('Of what is kept, in bytes'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Figure' });

export type Figure = z.infer<typeof Figure>;

export const FigureList = z.object({ items: z.array(Figure) }).meta({ id: 'FigureList' });

export type FigureList = z.infer<typeof FigureList>;
