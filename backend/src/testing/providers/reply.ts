import type { SourceProviderName } from '../../config';

/** What is wrong with a service, for every request to it. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  /** A page for people, with status 200, as a proxy would have it. */
  | { kind: 'html' }
  /** Accepts the request and never answers. */
  | { kind: 'silence' }
  /** Sends a little from time to time and never ends. */
  | { kind: 'drip' }
  /** Ends in the middle, as if that were all. */
  | { kind: 'cut' }
  /** More than anybody should read. */
  | { kind: 'flood' }
  /** Sends elsewhere. */
  | { kind: 'redirect'; to: string };

export type Faults = Partial<Record<SourceProviderName, Fault>>;

/** What the test server was asked. */
export interface SeenRequest {
  provider: SourceProviderName;
  /** With its query. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
}
