import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { PreparedClient } from './prepared-client';

const POOL_SIZE = 20;
/** Longer than any statement of the product takes, waits for locks included. */
const SILENCE_MS = 20_000;

export function dataSourceOptions(databaseUrl: string): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    applicationName: 'tesigo',
    connectTimeoutMS: 10_000,
    extra: { max: POOL_SIZE, Client: PreparedClient, idle_in_transaction_session_timeout: 30_000 },
  };
}

/** For who serves: migrations alone may take their time. */
export function servingOptions(databaseUrl: string): DataSourceOptions {
  const options = dataSourceOptions(databaseUrl);
  return { ...options, extra: { ...options.extra, silence: SILENCE_MS } } as DataSourceOptions;
}
