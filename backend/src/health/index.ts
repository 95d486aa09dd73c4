export { HealthModule } from './health.module';
export { Parts } from './parts';
export { Readiness } from './readiness';
