import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { ApiResponseOptions } from '@nestjs/swagger';
import { z } from 'zod';
import { contentDisposition, notFound } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { LOCALES, localeOf } from '../../mail';
import { PaymentsRepository } from '../payments.repository';
import { PriceLists } from '../pricing/price-lists';
import { receiptPdf } from './receipt-pdf';

const MEDIA_TYPE = 'application/pdf';

export const RECEIPT_CONTENT: ApiResponseOptions = {
  description: 'The file',
  content: { [MEDIA_TYPE]: { schema: { type: 'string', format: 'binary' } } },
};

export const ReceiptQuery = z.object({
  language: z.enum(LOCALES).optional().describe('Without: that of the account'),
});

export type ReceiptQuery = z.infer<typeof ReceiptQuery>;

@Injectable()
export class Receipts {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly payments: PaymentsRepository,
    private readonly prices: PriceLists,
  ) {}

  /** @throws ProblemException NOT_FOUND, also for what has not been paid */
  async download(userId: string, id: string, { language }: ReceiptQuery): Promise<StreamableFile> {
    const payment = await this.payments.get(userId, id);
    const { receiptNumber, paidAt } = payment;
    if (receiptNumber === null || paidAt === null) throw notFound();
    const { seller } = await this.prices.heldAt(payment.createdAt);
    const site = new URL(this.config.http.publicUrl).host;
    const { name: buyer, locale } = await this.payments.buyer(userId);
    const receipt = { ...payment, receiptNumber, paidAt, seller, site, buyer };
    const file = await receiptPdf(receipt, language ?? localeOf(locale));
    const disposition = contentDisposition(`TesiGo ${receiptNumber}`, 'pdf');
    return new StreamableFile(file, { type: MEDIA_TYPE, disposition });
  }
}
