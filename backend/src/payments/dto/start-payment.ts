import { z } from 'zod';

/** What is to be paid is for the server to say: a field for it is refused, not ignored. */
export const StartPayment = z
  .strictObject({
    documentId: z.guid(),
    discountCode: z
      .string()
      .trim()
      .toUpperCase()
      .min(3)
      .max(40)
      .nullable()
      .optional()
      .describe('Without: the one that the current quote has, if any; null: none'),
  })
  .meta({ id: 'StartPayment' });

export type StartPayment = z.infer<typeof StartPayment>;

const due = {
  paymentId: z.guid(),
  amount: z.int().describe('In the currency’s minor unit, VAT included'),
  currency: z.string().describe('ISO 4217'),
};

export const CreatedIntent = z
  .object({
    clientSecret: z.string().nullable().describe('For Stripe’s form; null when nothing is due'),
    ...due,
  })
  .meta({ id: 'CreatedIntent' });

export type CreatedIntent = z.infer<typeof CreatedIntent>;

export const CreatedCheckout = z
  .object({
    url: z.string().nullable().describe('Stripe’s page; null when nothing is due'),
    ...due,
  })
  .meta({ id: 'CreatedCheckout' });

export type CreatedCheckout = z.infer<typeof CreatedCheckout>;
