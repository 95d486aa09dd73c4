import type { Config } from 'jest';

const config: Config = { displayName: 'frontend', testMatch: ['<rootDir>/src/**/*.spec.ts'] };

export default config;
