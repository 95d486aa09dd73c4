import {
  type Attributes,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** Does nothing as long as nobody has started {@link Tracing}. */
const tracer = () => trace.getTracer('tesigo');

const HEADER = 'traceparent';

/** What an error is called; its message may hold what somebody has written. */
function markFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
}

/**
 * Runs `work` as a span within the one at hand.
 * @example
 * await inSpan('chat gpt-4.1', { 'gen_ai.request.model': 'gpt-4.1' }, () => ask());
 */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
  kind = SpanKind.INTERNAL,
): Promise<Result> {
  return tracer().startActiveSpan(name, { attributes, kind }, async (span) => {
    try {
      return await work();
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span, within the one at hand, of what has just ended. */
export function pastSpan(name: string, attributes: Attributes, durationMs: number): void {
  const now = Date.now();
  tracer()
    .startSpan(name, { attributes, startTime: now - durationMs })
    .end(now);
}

/** A span of a request, within that of its caller; yields how it is ended. */
export function requestSpan(
  headers: NodeJS.Dict<string | string[]>,
  method: string,
  work: () => void,
): (route: string, attributes: Attributes, failed: boolean) => void {
  const parent = propagation.extract(context.active(), headers);
  const span = tracer().startSpan(method, { kind: SpanKind.SERVER }, parent);
  context.with(trace.setSpan(parent, span), work);
  return (route, attributes, failed) => {
    span.updateName(`${method} ${route}`).setAttributes(attributes);
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
}

/** The span at hand, as W3C Trace Context writes it; undefined where there is none. */
export function traceParent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier[HEADER];
}

/** Runs `work` within a span of another process. */
export function continuing<Result>(parent: string | undefined, work: () => Result): Result {
  if (parent === undefined) return work();
  return context.with(propagation.extract(context.active(), { [HEADER]: parent }), work);
}
