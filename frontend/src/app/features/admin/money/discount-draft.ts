import type { NewDiscountCode } from '../../../api/generated/models';

/** A discount code as the form has it. */
export interface DiscountDraft {
  code: string;
  percent: number;
  usesPerUser: number;
  /** Empty: no limit. */
  maxUses: string;
  /** A day, the last one that it holds; empty: for ever. */
  lastDay: string;
}

export const NEW_DISCOUNT: DiscountDraft = {
  ...{ code: '', percent: 10, usesPerUser: 1, maxUses: '', lastDay: '' },
};

/** It ends with its last day in UTC, by which the API counts. */
export const discountOf = (draft: DiscountDraft): NewDiscountCode => ({
  code: draft.code.trim().toUpperCase(),
  percent: draft.percent,
  usesPerUser: draft.usesPerUser,
  maxUses: draft.maxUses.trim() === '' ? null : Number(draft.maxUses),
  expiresAt: draft.lastDay === '' ? null : `${draft.lastDay}T23:59:59Z`,
});
