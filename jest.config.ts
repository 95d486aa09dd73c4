import type { Config } from 'jest';

/**
 * Nest 12 and several libraries are ES modules only; transforming them to CommonJS together with
 * our sources lets Jest run without experimental flags.
 */
const swc: Config['transform'] = {
  '^.+\\.(t|m?j)s$': [
    '@swc/jest',
    {
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
    },
  ],
};

/** Suites that judge how long something takes, or what it holds; run alone, after the others. */
const TIMING = '\\.timing\\.(spec|e2e)\\.ts$';

const node = {
  testEnvironment: 'node',
  transform: swc,
  transformIgnorePatterns: ['/node_modules/(typescript|@swc|swagger-ui-dist)/'],
};

const config: Config = {
  // on a busy machine a real database and a real model server take their time
  testTimeout: 20_000,
  projects: [
    {
      ...node,
      displayName: 'backend',
      roots: ['<rootDir>/backend/src', '<rootDir>/samples'],
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [TIMING],
    },
    {
      ...node,
      displayName: 'e2e',
      roots: ['<rootDir>/e2e'],
      testMatch: ['**/*.e2e.ts'],
      testPathIgnorePatterns: [TIMING],
    },
    {
      ...node,
      displayName: 'timing',
      roots: ['<rootDir>/backend/src', '<rootDir>/e2e'],
      testMatch: ['**/*.timing.{spec,e2e}.ts'],
    },
    '<rootDir>/frontend/jest.config.ts',
  ],
};

export default config;
