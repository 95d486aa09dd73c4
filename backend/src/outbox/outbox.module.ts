import { Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters.query';
import { Outbox } from './outbox';
import { OutboxGauge } from './outbox-gauge';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxRelay } from './outbox-relay';
import { OutboxRepository } from './outbox.repository';

/** For whoever has something to send, or looks into what was not. */
@Module({ providers: [Outbox, DeadLetters, OutboxGauge], exports: [Outbox, DeadLetters] })
export class OutboxModule {}

/** For processes that send; features register their handlers when they start. */
@Module({
  providers: [OutboxHandlers, OutboxRelay, OutboxRepository],
  exports: [OutboxHandlers],
})
export class OutboxRelayModule {}
