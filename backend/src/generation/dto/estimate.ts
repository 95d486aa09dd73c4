import { z } from 'zod';
import { DOCUMENT_LANGUAGES } from '../../common';

export const EstimateGeneration = z
  .object({ documentId: z.guid() })
  .meta({ id: 'EstimateGeneration' });

export type EstimateGeneration = z.infer<typeof EstimateGeneration>;

export const GenerationEstimate = z
  .object({
    sections: z.int().describe('Still to be written'),
    words: z.int().describe('Of them together'),
    calls: z.int().describe('To models, when nothing has to be mended; 0 for the offline writer'),
    tokens: z
      .object({ least: z.int(), most: z.int() })
      .describe('`most`: when every section is sent back once'),
    cost: z
      .object({ least: z.int(), most: z.int(), currency: z.string() })
      .nullable()
      .describe(
        'What the tokens cost whoever runs this, in minor units of the currency; null where the ' +
          'price of a model is not known, or none is asked',
      ),
    seconds: z.int().describe('By what sections have lately taken'),
    tokensLeftToday: z.int(),
    enough: z.boolean().describe('Whether `tokens.most` are left today'),
  })
  .meta({ id: 'GenerationEstimate' });

export type GenerationEstimate = z.infer<typeof GenerationEstimate>;

/** Of a document that is not there yet. */
export const ForecastQuery = z.object({
  targetPages: z.coerce.number().int().min(3).max(200),
  language: z.enum(DOCUMENT_LANGUAGES).default('en'),
});

export type ForecastQuery = z.infer<typeof ForecastQuery>;

export const GenerationForecast = GenerationEstimate.pick({
  sections: true,
  words: true,
  tokens: true,
  cost: true,
  seconds: true,
}).meta({ id: 'GenerationForecast' });

export type GenerationForecast = z.infer<typeof GenerationForecast>;
