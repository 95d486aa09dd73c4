export { DEAD_LETTER_SORTS, DeadLetters } from './dead-letters.query';
export { Outbox } from './outbox';
export { OutboxHandlers } from './outbox-handlers';
export { OutboxModule, OutboxRelayModule } from './outbox.module';
export type { OutboxTopic } from './outbox-topic';
