import { Global, Module } from '@nestjs/common';

/** Throttling of the whole API. */
@Global()
@Module({})
export class RateLimitModule {}
