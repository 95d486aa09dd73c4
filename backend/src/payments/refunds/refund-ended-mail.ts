import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../config';
import { localeOf, MailService } from '../../mail';
import { OutboxHandlers } from '../../outbox';
import { majorUnits } from '../pricing/currency';
import { REFUND_ENDED } from './refund-ended';

/** Nobody for one that has gone on meanwhile, or whose account is gone. */
const RECIPIENT = `select u.email, u.locale, r.payment_id as "paymentId", r.amount, p.currency,
    r.decision_reason as reason
  from refunds r join payments p on p.id = r.payment_id join users u on u.id = p.user_id
  where r.id = $1 and r.status = $2`;

interface Recipient {
  email: string;
  locale: string;
  paymentId: string;
  amount: number | null;
  currency: string;
  reason: string | null;
}

/** Mails whoever paid what has become of a refund. */
@Injectable()
export class RefundEndedMail implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly handlers: OutboxHandlers,
    private readonly mail: MailService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(REFUND_ENDED, async ({ refundId, status }, id) => {
      const [found] = await this.dataSource.query<Recipient[]>(RECIPIENT, [refundId, status]);
      if (found === undefined) return;
      const { email: to, locale, paymentId, amount, currency, reason } = found;
      const link = `${this.config.http.publicUrl}/payments/${paymentId}`;
      const money = `${majorUnits(amount ?? 0, currency)} ${currency}`;
      const title = status === 'rejected' ? (reason ?? '') : money;
      const message = { id, to, locale: localeOf(locale), context: { title, link } };
      await this.mail.send({ ...message, template: `refund-${status}` });
    });
  }
}
