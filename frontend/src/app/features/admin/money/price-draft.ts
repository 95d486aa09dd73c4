import type { PriceList } from '../../../api/generated/models';
import { toMinorUnits, toUnits } from '../../../core/i18n/currency';

/** A price list as the form has it: money in whole units, VAT in per cent. */
export interface PriceDraft {
  currency: string;
  pagePrice: number;
  vatPercent: number;
  freePages: number;
  minPages: number;
  maxPages: number;
  quoteMinutes: number;
  sellerName: string;
  sellerAddress: string;
  sellerVatId: string;
}

export const draftOf = ({ seller, ...list }: PriceList): PriceDraft => ({
  currency: list.currency,
  pagePrice: toUnits(list.pagePrice, list.currency),
  vatPercent: list.vatBasisPoints / 100,
  freePages: list.freePages,
  minPages: list.minPages,
  maxPages: list.maxPages,
  quoteMinutes: list.quoteMinutes,
  sellerName: seller.name,
  sellerAddress: seller.address,
  sellerVatId: seller.vatId,
});

/** Null while its price has more decimals than the currency. */
export function priceListOf(draft: PriceDraft): PriceList | null {
  const { currency, freePages, minPages, maxPages, quoteMinutes } = draft;
  const pagePrice = toMinorUnits(draft.pagePrice, currency);
  if (pagePrice === null) return null;
  return {
    ...{ currency, pagePrice, freePages, minPages, maxPages, quoteMinutes },
    vatBasisPoints: Math.round(draft.vatPercent * 100),
    seller: { name: draft.sellerName, address: draft.sellerAddress, vatId: draft.sellerVatId },
  };
}
