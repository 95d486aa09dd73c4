import { z } from 'zod';
import { PriceList } from '../pricing/price-list';

/** What anybody may know before signing in. */
export const Pricing = PriceList.extend({
  enabled: z.boolean().describe('False: nothing is to be paid, writing is free'),
  publishableKey: z.string().nullable().describe('For Stripe’s form in the browser'),
}).meta({ id: 'Pricing' });

export type Pricing = z.infer<typeof Pricing>;
