export { DatabaseModule } from './database.module';
export { knowsMigration, migrate } from './migrate';
