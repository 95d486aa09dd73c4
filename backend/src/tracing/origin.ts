import { AsyncLocalStorage } from 'node:async_hooks';

/** What the work at hand belongs to: it stands in each of its log lines, and goes along to jobs. */
export interface Origin {
  requestId?: string;
  jobId?: string;
}

const storage = new AsyncLocalStorage<Origin>();

/** Empty outside of requests and jobs. */
export const currentOrigin = (): Origin => storage.getStore() ?? {};

export const withOrigin = <Result>(origin: Origin, work: () => Result): Result =>
  storage.run(origin, work);
