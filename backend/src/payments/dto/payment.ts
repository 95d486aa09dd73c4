import { z } from 'zod';
import { pageOf } from '../../common';
import type { Payment as StoredPayment } from '../payment';
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

export const PaymentPage = pageOf('PaymentPage', PaymentSummary);

export const Payment = PaymentSummary.extend({ refunds: z.array(Refund) }).meta({ id: 'Payment' });

export type Payment = z.infer<typeof Payment>;

export function toSummary(payment: StoredPayment): PaymentSummary {
  const { id, documentId, status, method, pages, grantedPages, currency, pagePrice } = payment;
  const { discountCode, discount, amount, vatBasisPoints, vat, jobId, receiptNumber } = payment;
  return {
    ...{ id, documentId, status, method, pages, grantedPages, currency, pagePrice },
    ...{ discountCode, discount, amount, vatBasisPoints, vat },
    refunded: sumsOf(payment.facts).refunded,
    refundable: refundable(payment),
    ...{ jobId, receiptNumber },
    validUntil: payment.validUntil.toISOString(),
    paidAt: payment.paidAt?.toISOString() ?? null,
    createdAt: payment.createdAt.toISOString(),
  };
}

export const toPayment = (payment: StoredPayment, refunds: readonly StoredRefund[]): Payment => ({
  ...toSummary(payment),
  refunds: refunds.map(toRefund),
});
