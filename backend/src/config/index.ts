export { ConfigModule } from './config.module';
export { CONFIGURATION, type Configuration } from './configuration';
export { ConfigurationError, loadConfiguration } from './load-configuration';
