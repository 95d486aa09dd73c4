import { type DynamicModule, Module } from '@nestjs/common';
import { SERVICE_NAME, Tracing } from './tracing';

/** Traces of a request through its job to the calls of a model, for OpenTelemetry. */
@Module({})
export class TracingModule {
  static of(process: 'api' | 'worker'): DynamicModule {
    const name = { provide: SERVICE_NAME, useValue: `tesigo-${process}` };
    return { module: TracingModule, providers: [name, Tracing] };
  }
}
