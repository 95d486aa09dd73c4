export { DatabaseModule } from './database.module';
export { migrate } from './migrate';
