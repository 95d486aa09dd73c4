export { ConfigModule } from './config.module';
export { CONFIGURATION, type Configuration, type MetricsAddress } from './configuration';
export { SOURCE_PROVIDERS, type SourceProviderName } from './environment';
export { ConfigurationError, loadConfiguration } from './load-configuration';
