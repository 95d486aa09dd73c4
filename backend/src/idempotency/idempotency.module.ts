import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { AuthModule } from '../auth';
import { IdempotencyMiddleware } from './idempotency.middleware';
import { IdempotencyRepository } from './idempotency.repository';

/** `Idempotency-Key` on every signed-in POST. */
@Module({ imports: [AuthModule], providers: [IdempotencyRepository] })
export class IdempotencyModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(IdempotencyMiddleware)
      // answers with tokens in them are kept nowhere
      .exclude({ path: 'auth/{*route}', method: RequestMethod.ALL })
      .forRoutes({ path: '{*route}', method: RequestMethod.POST });
  }
}
