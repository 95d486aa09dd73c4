import type { ProviderApi } from './provider-api';
import type { ProviderFailure } from './provider-failure';
import type { Question } from './question';
import { inRedis, type SharedLimits } from './shared-limits';

/** Upper bounds of the wait after each failure; the wait itself is anywhere below ("full jitter"). */
const BACKOFF_MS = [1000, 4000, 8000];

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Waits for the turns of one provider. */
export class TurnTaker {
  constructor(
    private readonly api: ProviderApi,
    private readonly limits: SharedLimits,
    private readonly random: () => number,
  ) {}

  /** @returns whether there was a turn within so many milliseconds */
  async wait(question: Question, longest: number): Promise<boolean> {
    const scope = this.api.scope(question);
    const end = Date.now() + longest;
    for (;;) {
      const left = Math.max(0, end - Date.now());
      const wait = await inRedis(this.limits.takeTurn(scope, this.api.limit, left));
      if (wait === undefined) return false;
      if (wait === 0) return true;
      await sleep(wait);
      // meanwhile another call may have been told to hold off
      if ((await inRedis(this.limits.paused(scope))) === 0) return true;
    }
  }

  /** After a failure: nobody asks for as long as the service wants, or for a moment of chance. */
  async holdOff(question: Question, { retryAfterMs }: ProviderFailure, attempt: number) {
    const jitter = this.random() * (BACKOFF_MS[attempt - 1] ?? 0);
    const wait = Math.max(retryAfterMs ?? 0, jitter);
    await inRedis(this.limits.pause(this.api.scope(question), wait));
  }
}
