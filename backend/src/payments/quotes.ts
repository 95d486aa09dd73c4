import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, notFound, ProblemException, validationProblem } from '../common';
import { PaidWriting } from './paid-writing';
import { type Payment, PAYMENT_COLUMNS } from './payment';
import { PaymentWriter } from './payment-writer';
import { Discounts } from './pricing/discounts';
import { Grants } from './pricing/grants';
import { priceOf } from './pricing/price';
import type { PriceList } from './pricing/price-list';
import { PriceLists } from './pricing/price-lists';
import type { PaymentFacts } from './state/payment-facts';
import { OPEN_STATES } from './state/payment-state';

/** Locked like for a job that starts: what is to be paid depends on what is written. */
const DOCUMENT = `select target_pages as pages from documents
  where id = $1 and owner_id = $2 for no key update`;

const OPEN = `select ${PAYMENT_COLUMNS}, valid_until > now() as valid from payments
  where document_id = $1 and status = any($2) for update`;

const ADD = `insert into payments (id, user_id, document_id, pages, granted_pages, institution_id,
    currency, page_price, discount_code, discount, amount, vat_basis_points, vat, valid_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
    now() + $14::int * interval '1 minute')
  returning ${PAYMENT_COLUMNS}`;

/** Of a quote that was never taken to Stripe. */
const LAPSED: PaymentFacts = { attempt: { value: 'expired', at: 0 } };

export interface QuoteRequest {
  documentId: string;
  /** Undefined: the one that the current quote has, if any; null: none. */
  discountCode?: string | null | undefined;
}

interface Wanted {
  documentId: string;
  code: string | null;
  /** To be paid. */
  pages: number;
  /** Of the whole document. */
  length: number;
}

type OpenPayment = Payment & { valid: boolean };

/** A quote, or the payment at Stripe that has to be withdrawn before there can be another. */
export type Quoted = { quote: Payment } | { outdated: Payment };

/** Offers made from what is stored about the document, and from nothing else. */
@Injectable()
export class Quotes {
  constructor(
    private readonly paidWriting: PaidWriting,
    private readonly prices: PriceLists,
    private readonly discounts: Discounts,
    private readonly grants: Grants,
    private readonly writer: PaymentWriter,
  ) {}

  /**
   * The document's quote while it is valid and says what is to be paid, else a new one.
   * @throws ProblemException NOT_FOUND, ALREADY_PAID, PAYMENTS_FROZEN, DISCOUNT_REFUSED,
   *   VALIDATION_FAILED for a length that is not sold
   */
  async quote(manager: EntityManager, userId: string, request: QuoteRequest): Promise<Quoted> {
    const { documentId, discountCode } = request;
    const { pages, length } = await this.pagesToPay(manager, userId, documentId);
    const [open] = await manager.query<OpenPayment[]>(OPEN, [documentId, OPEN_STATES]);
    const code = discountCode === undefined ? (open?.discountCode ?? null) : discountCode;
    if (open?.valid && open.pages === pages && open.discountCode === code) return { quote: open };
    if (open?.method) return { outdated: open };
    if (open !== undefined) await this.writer.learn(manager, open.id, LAPSED, 'lapsed');
    return { quote: await this.add(manager, userId, { documentId, code, pages, length }) };
  }

  private async pagesToPay(
    manager: EntityManager,
    userId: string,
    documentId: string,
  ): Promise<{ pages: number; length: number }> {
    const [document] = await manager.query<{ pages: number }[]>(DOCUMENT, [documentId, userId]);
    if (document === undefined) throw notFound();
    await this.paidWriting.assertNotFrozen(manager, userId);
    const pages = document.pages - (await this.paidWriting.coveredPages(manager, documentId));
    if (pages > 0) return { pages, length: document.pages };
    throw new ProblemException('ALREADY_PAID', 'All pages of this document are paid for.');
  }

  private async add(
    manager: EntityManager,
    userId: string,
    { documentId, code, pages, length }: Wanted,
  ): Promise<Payment> {
    const list = await this.prices.current(manager);
    assertSold(length, list);
    const grant = await this.grants.of(manager, userId, pages, list);
    const percent = await this.discounts.percent(manager, code, userId);
    const price = priceOf(list, pages - grant.pages, percent);
    const [payment] = await manager.query<Payment[]>(ADD, [
      newId(),
      userId,
      documentId,
      pages,
      grant.pages,
      grant.institutionId,
      price.currency,
      price.pagePrice,
      code,
      price.discount,
      price.amount,
      price.vatBasisPoints,
      price.vat,
      list.quoteMinutes,
    ]);
    if (payment === undefined) throw new Error('A quote was not stored');
    return payment;
  }
}

function assertSold(length: number, { minPages, maxPages }: PriceList): void {
  if (length >= minPages && length <= maxPages) return;
  const message = `Documents of ${String(minPages)} to ${String(maxPages)} pages can be written.`;
  throw validationProblem([{ path: ['documentId'], message }]);
}
