import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { context, propagation, trace } from '@opentelemetry/api';
import { CONFIGURATION, type Configuration } from '../config';

/** Injection token of the name under which this process is seen. */
export const SERVICE_NAME = Symbol('ServiceName');

/**
 * Sends spans to where OTEL_EXPORTER_OTLP_ENDPOINT says; without it nothing of OpenTelemetry but its
 * empty interface is even loaded.
 */
@Injectable()
export class Tracing implements OnModuleInit, OnApplicationShutdown {
  private provider: { shutdown(): Promise<void> } | undefined;

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    @Inject(SERVICE_NAME) private readonly serviceName: string,
  ) {}

  async onModuleInit(): Promise<void> {
    const { endpoint, ratio } = this.config.tracing;
    if (endpoint === undefined) return;
    const [sdk, core, resources, exporters, contexts] = await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
    ]);
    const exporter = new exporters.OTLPTraceExporter({
      url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    });
    const share = new sdk.TraceIdRatioBasedSampler(ratio);
    const provider = new sdk.TracerProvider({
      resource: resources.resourceFromAttributes({ 'service.name': this.serviceName }),
      // a stranger's request must not decide how much is kept
      sampler: new sdk.ParentBasedSampler({ root: share, remoteParentSampled: share }),
      spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
    });
    context.setGlobalContextManager(new contexts.AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
    trace.setGlobalTracerProvider(provider);
    this.provider = provider;
  }

  /** What has not been sent yet is, as far as somebody takes it. */
  async onApplicationShutdown(): Promise<void> {
    if (this.provider === undefined) return;
    await this.provider.shutdown().catch(() => undefined);
    trace.disable();
    propagation.disable();
    context.disable();
  }
}
