import type { AdminPayment } from '../../../api/generated/models';
import { toUnits } from '../../../core/i18n/currency';
import type { Locale } from '../../../core/i18n/locale';
import { type PaymentStatus, STATUS_TONES } from '../../payments/payment-states';
import type { ListColumn } from '../shared/list-column';

export const PAYMENT_STATUSES = Object.keys(STATUS_TONES) as PaymentStatus[];

type Sum = 'amount' | 'refunded' | 'vat' | 'discount';

export function paymentColumns(locale: Locale): ListColumn<AdminPayment>[] {
  const sum = (key: Sum): ListColumn<AdminPayment> => ({
    key,
    text: (payment) => locale.money(payment[key], payment.currency),
    value: (payment) => toUnits(payment[key], payment.currency),
    align: 'end',
  });
  return [
    { key: 'userEmail', value: ({ userEmail }) => userEmail },
    { ...sum('amount'), sort: 'amount' },
    { key: 'currency', text: ({ currency }) => currency, only: 'file' },
    { key: 'status', value: ({ status }) => status },
    sum('refunded'),
    { ...sum('vat'), only: 'file' },
    { ...sum('discount'), only: 'file' },
    { key: 'discountCode', text: ({ discountCode }) => discountCode ?? '', only: 'file' },
    { key: 'pages', text: ({ pages }) => String(pages), only: 'file' },
    {
      key: 'createdAt',
      text: ({ createdAt }) => locale.dateTime(createdAt),
      value: ({ createdAt }) => createdAt,
      sort: 'createdAt',
    },
    { key: 'paidAt', text: ({ paidAt }) => paidAt ?? '', only: 'file' },
    { key: 'receiptNumber', text: ({ receiptNumber }) => receiptNumber ?? '—' },
    { key: 'documentId', text: ({ documentId }) => documentId, only: 'file' },
    { key: 'id', text: ({ id }) => id, only: 'file' },
    { key: 'actions', only: 'screen' },
  ];
}
