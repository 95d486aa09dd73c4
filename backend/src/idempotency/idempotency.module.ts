import { Module } from '@nestjs/common';

/** `Idempotency-Key` on every signed-in POST. */
@Module({})
export class IdempotencyModule {}
