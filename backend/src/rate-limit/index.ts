export { RateLimit, type RateLimitName } from './rate-limit.decorator';
export { RateLimitModule } from './rate-limit.module';
