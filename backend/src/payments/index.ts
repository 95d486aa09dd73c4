export { AdminPayment, AdminPaymentPage, AdminPaymentQuery, AllPayments } from './all-payments';
export { AdminRefundPage, AllRefunds } from './all-refunds';
export { Bookkeeping, BookkeepingQuery } from './bookkeeping/bookkeeping';
export { ApprovedRefund, Refund, RefundQuery, RejectedRefund, toRefund } from './dto/refund';
export { Revenue, Revenues } from './ledger/revenue';
export { PaidWriting } from './paid-writing';
export { PAYMENT_CAPTURED } from './payment-captured';
export { PaymentWorkerModule } from './payment-worker.module';
export { PaymentsCoreModule } from './payments-core.module';
export { PaymentsModule } from './payments.module';
export {
  DiscountCode,
  DiscountCodePage,
  DiscountCodeQuery,
  DiscountCodes,
  NewDiscountCode,
} from './pricing/discount-codes';
export {
  Institution,
  InstitutionPage,
  InstitutionQuery,
  Institutions,
  NewInstitution,
} from './pricing/institutions';
export { PriceList } from './pricing/price-list';
export { PriceLists } from './pricing/price-lists';
export { ForgetPayer } from './privacy/forget-payer';
export { DecideRefund } from './refunds/decide-refund';
export { Undelivered } from './refunds/undelivered';
