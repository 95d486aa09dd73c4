import { z } from 'zod';
import { pageOf, PageQuery } from '../../common';
import type { OwnPayment, Payment as StoredPayment } from '../payment';
import type { Refund as StoredRefund } from '../refunds/refund';
import { refundable } from '../refunds/approve-refund';
import { PAYMENT_STATES } from '../state/payment-state';
import { sumsOf } from '../state/payment-facts';
import { Refund, toRefund } from './refund';

const units = z.int().describe('In the currency’s minor unit');

export const PaymentSummary = z
  .object({
    id: z.guid(),
    documentId: z.guid(),
    status: z.enum(PAYMENT_STATES),
    method: z.enum(['intent', 'checkout', 'none']).nullable(),
    pages: z.int(),
    grantedPages: z
      .int()
      .describe('Of these pages, those that an allowance or an institution pays for'),
    grantedBy: z
      .enum(['allowance', 'institution'])
      .nullable()
      .describe('Who pays for the granted pages; null when there are none'),
    currency: z.string().describe('ISO 4217'),
    pagePrice: units,
    discountCode: z.string().nullable(),
    discount: units,
    amount: units.describe('To be paid, VAT included, in the currency’s minor unit'),
    vatBasisPoints: z.int(),
    vat: units.describe('Contained in the amount'),
    refunded: units,
    refundable: units.describe('What can still be asked back'),
    jobId: z.guid().nullable(),
    receiptNumber: z.string().nullable(),
    validUntil: z.iso.datetime().describe('Of the quote'),
    paidAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PaymentSummary' });

export type PaymentSummary = z.infer<typeof PaymentSummary>;

export const ListedPayment = PaymentSummary.extend({
  documentTitle: z.string().nullable().describe('Null when the document is gone'),
}).meta({ id: 'ListedPayment' });

export type ListedPayment = z.infer<typeof ListedPayment>;

export const PaymentPage = pageOf('PaymentPage', ListedPayment);

export const PaymentQuery = PageQuery.extend({ documentId: z.guid().optional() });

export type PaymentQuery = z.infer<typeof PaymentQuery>;

export const Payment = ListedPayment.extend({ refunds: z.array(Refund) }).meta({ id: 'Payment' });

export type Payment = z.infer<typeof Payment>;

function granterOf({ grantedPages, institutionId }: StoredPayment): PaymentSummary['grantedBy'] {
  if (grantedPages === 0) return null;
  return institutionId === null ? 'allowance' : 'institution';
}

export function toSummary(payment: StoredPayment): PaymentSummary {
  const { id, documentId, status, method, pages, grantedPages, currency, pagePrice } = payment;
  const { discountCode, discount, amount, vatBasisPoints, vat, jobId, receiptNumber } = payment;
  return {
    ...{ id, documentId, status, method, pages, grantedPages, currency, pagePrice },
    ...{ discountCode, discount, amount, vatBasisPoints, vat },
    grantedBy: granterOf(payment),
    refunded: sumsOf(payment.facts).refunded,
    refundable: refundable(payment),
    ...{ jobId, receiptNumber },
    validUntil: payment.validUntil.toISOString(),
    paidAt: payment.paidAt?.toISOString() ?? null,
    createdAt: payment.createdAt.toISOString(),
  };
}

export const toListed = (payment: OwnPayment): ListedPayment => ({
  ...toSummary(payment),
  documentTitle: payment.documentTitle,
});

export const toPayment = (payment: OwnPayment, refunds: readonly StoredRefund[]): Payment => ({
  ...toListed(payment),
  refunds: refunds.map(toRefund),
});
