import type { AdminRefund } from '../../../api/generated/models';
import { toUnits } from '../../../core/i18n/currency';
import type { Locale } from '../../../core/i18n/locale';
import { REFUND_TONES } from '../../payments/payment-states';
import type { ListColumn } from '../shared/list-column';

export const REFUND_STATUSES = Object.keys(REFUND_TONES) as AdminRefund['status'][];

export const refundColumns = (locale: Locale): ListColumn<AdminRefund>[] => [
  { key: 'userEmail', value: ({ payment }) => payment.userEmail },
  { key: 'status', value: ({ status }) => status },
  {
    key: 'amount',
    text: ({ amount, payment }) => (amount === null ? '—' : locale.money(amount, payment.currency)),
    value: ({ amount, payment }) => (amount === null ? null : toUnits(amount, payment.currency)),
    align: 'end',
    sort: 'amount',
  },
  {
    key: 'paid',
    text: ({ payment }) => locale.money(payment.amount, payment.currency),
    value: ({ payment }) => toUnits(payment.amount, payment.currency),
    align: 'end',
  },
  { key: 'currency', text: ({ payment }) => payment.currency, only: 'file' },
  { key: 'reason', value: ({ reason }) => reason },
  { key: 'decisionReason', text: ({ decisionReason }) => decisionReason ?? '', only: 'file' },
  {
    key: 'createdAt',
    text: ({ createdAt }) => locale.date(createdAt),
    value: ({ createdAt }) => createdAt,
    sort: 'createdAt',
  },
  { key: 'decidedAt', text: ({ decidedAt }) => decidedAt ?? '', only: 'file' },
  { key: 'receiptNumber', text: ({ payment }) => payment.receiptNumber ?? '', only: 'file' },
  { key: 'id', text: ({ id }) => id, only: 'file' },
  { key: 'actions', only: 'screen' },
];
