/** Injection token of the `MetricsAddress` of this process; undefined where it has none. */
export const METRICS_ADDRESS = Symbol('MetricsAddress');
