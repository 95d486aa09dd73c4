export { connectRedis } from './connect-redis';
export { REDIS, RedisModule } from './redis.module';
