import { effect, inject, Injectable, untracked } from '@angular/core';
import { Api } from '../../api/generated/api';
import { updateMe } from '../../api/generated/fn/auth/update-me';
import type { Language } from '../i18n/languages';
import { Texts } from '../i18n/texts';
import { readSetting } from '../settings';
import { Session } from './session';

/** Keeps the language with the account, whose mails and other devices are to speak it too. */
@Injectable({ providedIn: 'root' })
export class AccountLanguage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);

  /** In a browser where none was ever chosen, the account's language is taken up. */
  constructor() {
    effect(() => {
      const user = this.session.user();
      if (user === null || readSetting('language') !== null) return;
      untracked(() => void this.texts.speak(user.locale).catch(() => undefined));
    });
  }

  /** @throws when the texts cannot be loaded: the language stays as it was */
  async choose(language: Language): Promise<void> {
    await this.texts.speak(language);
    if (this.session.state() !== 'signed-in') return;
    try {
      this.session.know(await this.api.invoke(updateMe, { body: { locale: language } }));
    } catch {
      // this browser speaks it already; mails follow with the next choice that gets through
    }
  }
}
