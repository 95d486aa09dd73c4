export { currentOrigin, type Origin, withOrigin } from './origin';
export { continuing, inSpan, pastSpan, requestSpan, traceParent } from './spans';
export { TracingModule } from './tracing.module';
