import type { Price } from './pricing/price';
import type { PaymentFacts } from './state/payment-facts';
import type { PaymentState } from './state/payment-state';

/** How it is paid: a form in the app, Stripe's own page, or nothing because nothing is due. */
export type PaymentMethod = 'intent' | 'checkout' | 'none';

/** A payment as its row has it. */
export interface Payment extends Price {
  id: string;
  userId: string;
  documentId: string;
  status: PaymentState;
  method: PaymentMethod | null;
  /** Of the pages, those that an allowance or an institution pays for. */
  grantedPages: number;
  institutionId: string | null;
  discountCode: string | null;
  facts: PaymentFacts;
  /** Pages whose price went back, so that it no longer carries them. */
  pagesReturned: number;
  jobId: string | null;
  intentId: string | null;
  sessionId: string | null;
  receiptNumber: string | null;
  validUntil: Date;
  paidAt: Date | null;
  createdAt: Date;
}

/** A payment as whoever made it sees it. */
export interface OwnPayment extends Payment {
  /** Null when the document is gone. */
  documentTitle: string | null;
}

export const PAYMENT_COLUMNS = `id, user_id as "userId", document_id as "documentId", status, method,
  pages, granted_pages as "grantedPages", institution_id as "institutionId", currency,
  page_price as "pagePrice", discount_code as "discountCode", discount, amount,
  vat_basis_points as "vatBasisPoints", vat, facts, pages_returned as "pagesReturned",
  job_id as "jobId", stripe_intent_id as "intentId", stripe_session_id as "sessionId",
  receipt_number as "receiptNumber", valid_until as "validUntil", paid_at as "paidAt",
  created_at as "createdAt"`;
