import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { MailView } from '../../../api/generated/models';
import { LANGUAGES } from '../../../core/i18n/languages';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Session } from '../../../core/session/session';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Icon } from '../../../ui/icon/icon';
import { ChangeHistory } from '../shared/change-history';
import { Said } from '../shared/said';
import { UrlQuery } from '../shared/url-query';
import {
  braced,
  changeOf,
  draftOf,
  isSound,
  issueOf,
  type MailDraft,
  ownTexts,
} from './mail-draft';
import { MailFrame } from './mail-frame';
import { MailText, type TextName } from './mail-text';
import { MailStore } from './mail.store';

type Translate = (key: string, params?: Record<string, unknown>) => string;

/** Of silence at the keyboard, until a draft is drawn. */
const PAUSE_MS = 300;

type Done = 'saved' | 'unchanged' | 'undone' | 'wasReset' | 'tested';

/** What one mail says in one language. */
@Component({
  selector: 'tg-mail-page',
  imports: [
    ...[Button, ChangeHistory, Confirm, Field, FieldControl, Icon, MailFrame, ProblemNotice],
    ...[RouterLink, Said, TranslocoDirective],
  ],
  templateUrl: './mail-page.html',
  providers: [UrlQuery, MailStore],
})
export class MailPage {
  /** Template and language, such as `sign-in.en`. */
  readonly id = input.required<string>();

  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly session = inject(Session);
  protected readonly store = inject(MailStore);
  protected readonly text = inject(MailText);
  protected readonly languages = LANGUAGES;
  protected readonly draft = signal<MailDraft>({});
  protected readonly plain = signal(false);
  protected readonly resetting = signal(false);
  private readonly done = signal<Done | null>(null);

  protected readonly placeholders = computed(() =>
    (this.store.view()?.placeholders ?? []).map(braced).join(', '),
  );
  /** Whether any of what is stored is not built in. */
  protected readonly reworded = computed(() =>
    this.store.view()?.parts.some(({ text }) => text !== null),
  );
  protected readonly said = computed(() => {
    const done = this.done();
    if (done === null) return null;
    const email = this.session.user()?.email ?? '';
    const language = this.locale.language();
    return this.transloco.translate<string>(`adminMails.mails.${done}`, { email }, language);
  });

  constructor() {
    effect(() => {
      const id = this.id();
      this.done.set(null);
      untracked(() => void this.store.load(id));
    });
    effect(() => {
      const view = this.store.view();
      if (view !== null) this.draft.set(draftOf(view));
    });
    effect((onCleanup) => {
      const draft = this.draft();
      const view = untracked(this.store.view);
      if (view === null || !isSound(view, draft)) return;
      const timer = setTimeout(() => void this.store.draw(ownTexts(view, draft)), PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  protected type(name: TextName, text: string): void {
    this.done.set(null);
    this.draft.update((draft) => ({ ...draft, [name]: text }));
  }

  protected errorOf(t: Translate, part: MailView['parts'][number]): string | undefined {
    const placeholders = this.store.view()?.placeholders ?? [];
    const issue = issueOf(part, placeholders, this.draft()[part.name]);
    return issue === null ? undefined : t(`adminMails.mails.issues.${issue.kind}`, { ...issue });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const view = this.sound();
    if (view === null) return;
    const change = changeOf(view, this.draft());
    if (Object.keys(change).length === 0) this.done.set('unchanged');
    else if (await this.store.save(change)) this.done.set('saved');
  }

  protected async test(): Promise<void> {
    const view = this.sound();
    if (view !== null && (await this.store.test(ownTexts(view, this.draft())))) {
      this.done.set('tested');
    }
  }

  protected async reset(): Promise<void> {
    this.done.set(null);
    const parts = this.store.view()?.parts ?? [];
    const change = Object.fromEntries(parts.map(({ name }) => [name, null]));
    if (await this.store.save(change)) this.done.set('wasReset');
  }

  protected async undo(id: string): Promise<void> {
    this.done.set(null);
    if (await this.store.undo(id)) this.done.set('undone');
  }

  /** The mail, unless the draft could not be sent; its fields say why. */
  private sound(): MailView | null {
    this.done.set(null);
    const view = this.store.view();
    return view !== null && isSound(view, this.draft()) ? view : null;
  }
}
