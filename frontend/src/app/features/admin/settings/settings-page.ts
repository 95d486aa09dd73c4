import { Component, computed, effect, inject, signal } from '@angular/core';
import {
  form,
  FormField,
  FormRoot,
  max,
  maxLength,
  min,
  pattern,
  required,
} from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldError } from '../../../core/forms/field-error';
import { LANGUAGES } from '../../../core/i18n/languages';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Switch } from '../../../ui/switch/switch';
import { ChangeHistory } from '../shared/change-history';
import { Said } from '../shared/said';
import { UrlQuery } from '../shared/url-query';
import { type SettingName, SETTING_NAMES, SettingText } from './setting-text';
import { changeOf, draftOf, type SettingsDraft } from './settings-draft';
import { SettingsStore } from './settings.store';

const NO_TEXT = { en: '', uk: '', it: '' };
const EMPTY: SettingsDraft = {
  ...{ models: '', dailyTokenLimit: 0, platformDailyTokenLimit: '', signUps: true },
  ...{ generation: true, maintenance: false, message: NO_TEXT, announcement: NO_TEXT },
};
/** The most that the API takes. */
const MAX_TOKENS = 1_000_000_000_000;
const MAX_TEXT = 500;

/** What can be set while everything runs. */
@Component({
  selector: 'tg-settings-page',
  imports: [
    Button,
    ChangeHistory,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    ProblemNotice,
    Said,
    Switch,
    TranslocoDirective,
  ],
  templateUrl: './settings-page.html',
  providers: [SettingsStore, SettingText, UrlQuery],
})
export class SettingsPage {
  protected readonly store = inject(SettingsStore);
  protected readonly text = inject(SettingText);
  protected readonly fieldError = fieldError;
  protected readonly languages = LANGUAGES;
  protected readonly saved = signal<'saved' | 'unchanged' | 'undone' | null>(null);
  /** Set here rather than by the environment. */
  protected readonly stored = computed(() => {
    const stored = this.store.view()?.stored ?? {};
    return SETTING_NAMES.filter((name) => name in stored);
  });

  private readonly draft = signal(EMPTY);
  protected readonly form = form(
    this.draft,
    (path) => {
      required(path.models);
      required(path.dailyTokenLimit);
      min(path.dailyTokenLimit, 0);
      max(path.dailyTokenLimit, MAX_TOKENS);
      pattern(path.platformDailyTokenLimit, /^\s*([1-9]\d{0,12})?\s*$/, {
        error: { kind: 'parse' },
      });
      for (const text of [path.message, path.announcement]) {
        for (const { code } of LANGUAGES) maxLength(text[code], MAX_TEXT);
      }
    },
    { submission: { action: () => this.save() } },
  );

  constructor() {
    void this.store.load();
    effect(() => {
      const view = this.store.view();
      if (view !== null) this.form().reset(draftOf(view.values));
    });
  }

  protected async giveBack(name: SettingName): Promise<void> {
    this.saved.set(null);
    if (await this.store.save({ [name]: null })) this.saved.set('saved');
  }

  protected async undo(id: string): Promise<void> {
    this.saved.set(null);
    if (await this.store.undo(id)) this.saved.set('undone');
  }

  private async save(): Promise<undefined> {
    const view = this.store.view();
    this.saved.set(null);
    if (view === null) return;
    const change = changeOf(view.values, this.draft());
    if (Object.keys(change).length === 0) this.saved.set('unchanged');
    else if (await this.store.save(change)) this.saved.set('saved');
  }
}
