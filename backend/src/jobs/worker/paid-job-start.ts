import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type ErrorCode, ProblemException } from '../../common';
import { OutboxHandlers } from '../../outbox';
import { PaidWriting, PAYMENT_CAPTURED, Undelivered } from '../../payments';
import { JobStarter } from '../job-starter';

/** What the owner can still do something about: the payment stands, and the job can be started. */
const LEFT_TO_OWNER: readonly ErrorCode[] = ['NO_SOURCES', 'PAYMENT_REQUIRED', 'PAYMENTS_FROZEN'];

const codeOf = (error: unknown): ErrorCode | undefined =>
  error instanceof ProblemException ? error.code : undefined;

/** Starts the job of what has been paid for; refunds it when there is nothing left to be written. */
@Injectable()
export class PaidJobStart implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly handlers: OutboxHandlers,
    private readonly paidWriting: PaidWriting,
    private readonly undelivered: Undelivered,
    private readonly starter: JobStarter,
  ) {}

  onModuleInit(): void {
    this.handlers.register(PAYMENT_CAPTURED, ({ paymentId }) => this.begin(paymentId));
  }

  private async begin(paymentId: string): Promise<void> {
    const { manager } = this.dataSource;
    const waiting = await this.paidWriting.waiting(manager, paymentId);
    if (waiting === undefined) return;
    try {
      await this.starter.startPaid(paymentId, waiting.userId, waiting.documentId);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'NOT_FOUND') await this.refund(paymentId);
      else if (code === undefined || !LEFT_TO_OWNER.includes(code)) throw error;
    }
  }

  private refund(paymentId: string): Promise<void> {
    return this.dataSource.transaction((manager) => this.undelivered.refundAll(manager, paymentId));
  }
}
