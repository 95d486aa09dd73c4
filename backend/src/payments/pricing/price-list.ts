import { z } from 'zod';
import { isCurrency } from './currency';

const MAX_MINOR_UNITS = 1_000_000;

/** What writing costs: the one place that landing page, app and API read it from. */
export const PriceList = z
  .strictObject({
    currency: z
      .string()
      .refine(isCurrency, 'Use a currency of ISO 4217, such as EUR.')
      .describe('ISO 4217'),
    pagePrice: z
      .int()
      .min(0)
      .max(MAX_MINOR_UNITS)
      .describe('In the currency’s minor unit, VAT included'),
    minPages: z.int().min(1).max(200),
    maxPages: z.int().min(1).max(200),
    vatBasisPoints: z
      .int()
      .min(0)
      .max(5000)
      .describe('VAT contained in the price, in hundredths of a per cent'),
    quoteMinutes: z.int().min(5).max(10_080).describe('How long a quote is valid'),
    freePages: z
      .int()
      .min(0)
      .max(1000)
      .describe('Pages that each account may have written for free in a calendar month (UTC)'),
    seller: z
      .strictObject({
        name: z.string().trim().min(1).max(200),
        address: z.string().trim().max(500),
        vatId: z.string().trim().max(50),
      })
      .describe('Whom receipts name'),
  })
  .refine(({ minPages, maxPages }) => minPages <= maxPages, {
    path: ['maxPages'],
    message: 'Must not be less than minPages.',
  })
  .meta({ id: 'PriceList' });

export type PriceList = z.infer<typeof PriceList>;

/** Until an admin has set another. */
export const FIRST_PRICE_LIST: PriceList = {
  currency: 'EUR',
  pagePrice: 50,
  minPages: 3,
  maxPages: 200,
  vatBasisPoints: 0,
  quoteMinutes: 60,
  freePages: 0,
  seller: { name: 'TesiGo', address: '', vatId: '' },
};
