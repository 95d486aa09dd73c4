export { DatabaseModule } from './database.module';
export { knowsMigration, migrate } from './migrate';
export { pendingMigrations } from './pending-migrations';
export { admitServingRole } from './serving-role';
