import { z } from 'zod';

/** Of one model, in the currency's main unit for a million tokens. */
export interface ModelPrice {
  /** Of what it is given to read. */
  input: number;
  /** Of what it writes. */
  output: number;
}

const ENTRY = /^(?<model>[^=]+)=(?<input>\d+(?:\.\d+)?)\/(?<output>\d+(?:\.\d+)?)$/;

/** `model=2.5/10, other=0.15/0.6`: what a million tokens read and written cost, by model. */
export const modelPrices = z.string().transform((value, context) => {
  const prices = new Map<string, ModelPrice>();
  for (const entry of value.split(',').filter((item) => item.trim() !== '')) {
    const { model, input, output } = ENTRY.exec(entry.trim())?.groups ?? {};
    if (model === undefined) {
      const message = 'Has an entry that is not of the form model=input/output';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    prices.set(model.trim(), { input: Number(input), output: Number(output) });
  }
  return prices;
});

/** Of ISO 4217, and one that can be shown. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Is no currency');
