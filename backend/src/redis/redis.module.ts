import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Redis } from 'ioredis';
import { CONFIGURATION, type Configuration } from '../config';
import { connectRedis } from './connect-redis';

/** Injection token of the process's one shared ioredis client. */
export const REDIS = Symbol('Redis');

@Global()
@Module({
  providers: [
    {
      provide: REDIS,
      inject: [CONFIGURATION],
      useFactory: ({ redisUrl, redisPrefix }: Configuration) =>
        connectRedis(redisUrl, { keyPrefix: `${redisPrefix}:` }),
    },
  ],
  exports: [REDIS],
})
export class RedisModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
