export { ConfigModule } from './config.module';
export { CONFIGURATION, type Configuration } from './configuration';
export { SOURCE_PROVIDERS, type SourceProviderName } from './environment';
export { ConfigurationError, loadConfiguration } from './load-configuration';
