import { z } from 'zod';

export const GenerationModel = z
  .object({
    id: z.string(),
    provider: z
      .enum(['openai', 'built-in'])
      .describe('`openai`: a server that speaks its protocol'),
    offline: z.boolean().describe('Arranges sentences of the sources; no language model'),
  })
  .meta({ id: 'GenerationModel' });

export type GenerationModel = z.infer<typeof GenerationModel>;

/** In the order in which they are tried. */
export const GenerationModels = z
  .object({ items: z.array(GenerationModel) })
  .meta({ id: 'GenerationModels' });

export type GenerationModels = z.infer<typeof GenerationModels>;
