import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { decideConsent, listConsents } from '../../api/generated/functions';
import type { Consent, DecideConsent } from '../../api/generated/models';
import type { Language } from '../../core/i18n/languages';
import { type Problem, problemOf } from '../../core/problem/problem';

/** What the reader was told and has agreed to. */
@Injectable()
export class ConsentsStore {
  private readonly api = inject(Api);

  /** Null until it has been loaded. */
  readonly items = signal<readonly Consent[] | null>(null);
  readonly busy = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Problem | null>(null);

  async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.items.set((await this.api.invoke(listConsents)).items);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Decides about the text as it is shown; after a failure what is on record is shown again. */
  async decide(consent: Consent, given: boolean, locale: Language): Promise<void> {
    const { version } = consent;
    const purpose = consent.purpose as DecideConsent['purpose'];
    this.busy.set(true);
    this.saved.set(false);
    this.problem.set(null);
    // a switch shows at once what it was switched to
    if (consent.basis === 'default') this.replace({ ...consent, given });
    try {
      this.replace(
        await this.api.invoke(decideConsent, { body: { purpose, given, version, locale } }),
      );
      this.saved.set(true);
    } catch (error) {
      this.replace(consent);
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private replace(consent: Consent): void {
    this.items.update(
      (all) => all?.map((one) => (one.purpose === consent.purpose ? consent : one)) ?? null,
    );
  }
}
