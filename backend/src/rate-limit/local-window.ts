import { LRUCache } from 'lru-cache';

/** Clients remembered at once; beyond that the least recently seen start anew. */
const MAX_CLIENTS = 50_000;

interface Window {
  hits: number;
  endsAt: number;
}

export interface WindowState {
  hits: number;
  /** Milliseconds until room is made. */
  resetMs: number;
  exceeded: boolean;
}

/** Fixed-window counters of this process alone: no round trip, so limits hold per replica. */
export class LocalWindow {
  private readonly windows = new LRUCache<string, Window>({ max: MAX_CLIENTS });

  hit(key: string, limit: number, windowMs: number, now = Date.now()): WindowState {
    const current = this.windows.get(key);
    const open = current !== undefined && current.endsAt > now;
    const window = open ? current : { hits: 0, endsAt: now + windowMs };
    if (!open) this.windows.set(key, window);
    const exceeded = window.hits >= limit;
    if (!exceeded) window.hits += 1;
    return { hits: window.hits, resetMs: window.endsAt - now, exceeded };
  }
}
