import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { PreparedClient } from './prepared-client';

const POOL_SIZE = 20;

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
