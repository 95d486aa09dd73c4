export { connectRedis, connectSubscriber } from './connect-redis';
export { REDIS, RedisModule } from './redis.module';
