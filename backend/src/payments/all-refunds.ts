import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Page, pageOf, toPage } from '../common';
import { AdminPayment, AllPayments } from './all-payments';
import { Refund, type RefundQuery, toRefund } from './dto/refund';
import { RefundsRepository } from './refunds/refunds.repository';

export const AdminRefund = Refund.extend({
  payment: AdminPayment.describe('What it is a refund of'),
}).meta({ id: 'AdminRefund' });

export type AdminRefund = z.infer<typeof AdminRefund>;

export const AdminRefundPage = pageOf('AdminRefundPage', AdminRefund);

/** Refunds of all users with what they are of, for admins who decide about them. */
@Injectable()
export class AllRefunds {
  constructor(
    private readonly refunds: RefundsRepository,
    private readonly payments: AllPayments,
  ) {}

  async list(query: RefundQuery): Promise<Page<AdminRefund>> {
    const { items, total } = await this.refunds.list(query);
    const payments = await this.payments.byIds(items.map(({ paymentId }) => paymentId));
    const refunds = items.flatMap((refund) => {
      const payment = payments.get(refund.paymentId);
      return payment === undefined ? [] : [{ ...toRefund(refund), payment }];
    });
    return toPage(refunds, total, query);
  }
}
