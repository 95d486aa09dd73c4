import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getNotices } from '../../api/generated/fn/notices/get-notices';
import type { Notices } from '../../api/generated/models';

const EVERY_MS = 120_000;

/** What admins tell everybody, looked for anew as long as somebody looks at the page. */
@Injectable()
export class NoticesStore {
  private readonly api = inject(Api);
  private readonly page = inject(DOCUMENT);

  /** Null until it is known. */
  readonly notices = signal<Notices | null>(null);

  constructor() {
    void this.load();
    const timer = setInterval(() => {
      if (!this.page.hidden) void this.load();
    }, EVERY_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  private async load(): Promise<void> {
    try {
      this.notices.set(await this.api.invoke(getNotices));
    } catch {
      // what could not be learnt now is learnt the next time
    }
  }
}
