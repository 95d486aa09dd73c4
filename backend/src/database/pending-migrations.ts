import type { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Names of the migrations that this version wants and the database has not had. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>('select name from migrations');
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}
