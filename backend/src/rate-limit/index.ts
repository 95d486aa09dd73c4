export { atOnce } from './at-once';
export { clientAddress } from './client-address';
export { RateLimit, type RateLimitName, Uncounted } from './rate-limit.decorator';
export { RateLimitGuard } from './rate-limit.guard';
export { RateLimitModule } from './rate-limit.module';
export { rateLimited, RateLimiter, signInUnavailable } from './rate-limiter';
export { RequestFlood } from './request-flood';
