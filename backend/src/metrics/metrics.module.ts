import { type DynamicModule, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config';
import { METRICS_ADDRESS } from './metrics-address';
import { MetricsServer } from './metrics-server';

/**
 * What operators watch, for Prometheus. Each feature counts by itself, with instruments of
 * prom-client that register themselves; this only hands out what they have counted.
 */
@Module({})
export class MetricsModule {
  static of(process: 'api' | 'worker'): DynamicModule {
    const address = {
      provide: METRICS_ADDRESS,
      inject: [CONFIGURATION],
      useFactory: ({ metrics }: Configuration) => metrics[process],
    };
    return { module: MetricsModule, providers: [address, MetricsServer], exports: [MetricsServer] };
  }
}
