import { z } from 'zod';
import { ORIGIN_STEPS } from '../provenance/origin';
import { FRONT_PARTS } from './front-text';

const Origin = z
  .object({
    step: z.enum(ORIGIN_STEPS).describe('`edit` is by a person'),
    writer: z
      .string()
      .nullable()
      .describe('The model; `offline` only arranges sources; null for a person'),
    promptVersion: z.int().nullable().describe('Of the rules that the model was given'),
    version: z.int().describe('The version of the section that this came with'),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Origin' });

const Span = z
  .object({
    start: z.int().describe('In UTF-16 code units of the section’s Markdown'),
    end: z.int().describe('Exclusive; the next span begins here'),
    origin: z.int().describe('Index into the origins'),
    keys: z.array(z.string()).describe('Keys of the sources that it cites'),
  })
  .meta({ id: 'ProvenanceSpan' });

const SectionProvenance = z
  .object({
    sectionId: z.guid(),
    title: z.string(),
    version: z.int(),
    origins: z.array(Origin),
    spans: z.array(Span).describe('In order and without a gap: they are the whole text'),
  })
  .meta({ id: 'SectionProvenance' });

const FrontTextProvenance = SectionProvenance.pick({
  version: true,
  origins: true,
  spans: true,
})
  .extend({ part: z.enum(FRONT_PARTS) })
  .meta({ id: 'FrontTextProvenance' });

export const Declaration = z
  .object({ title: z.string(), paragraphs: z.array(z.string()) })
  .meta({ id: 'Declaration' });

export type Declaration = z.infer<typeof Declaration>;

export const Provenance = z
  .object({
    sections: z.array(SectionProvenance),
    frontMatter: z.array(FrontTextProvenance).describe('Of the texts beside the sections'),
    words: z
      .object({
        model: z.int().describe('As a language model wrote them'),
        offline: z.int().describe('As a program arranged them from the sources'),
        person: z.int().describe('Written or changed by a person'),
      })
      .describe('Of the text as it is'),
    models: z.array(z.string()).describe('Language models that wrote parts of it'),
    declaration: Declaration.nullable().describe(
      'On the use of AI, in the document’s language; null when a person wrote everything',
    ),
  })
  .meta({ id: 'Provenance' });

export type Provenance = z.infer<typeof Provenance>;
