import { Component, inject, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SettingsHistoryEntry } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Session } from '../../../core/session/session';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Cell } from '../../../ui/table/cell';
import type { ListColumn } from '../shared/list-column';
import { ListView } from '../shared/list-view';
import { SETTING_NAMES, SettingText } from './setting-text';
import { SettingsStore } from './settings.store';

export const historyColumns = (
  locale: Locale,
  text: SettingText,
): ListColumn<SettingsHistoryEntry>[] => [
  {
    key: 'changedAt',
    text: ({ changedAt }) => locale.dateTime(changedAt),
    value: ({ changedAt }) => changedAt,
  },
  {
    key: 'what',
    value: ({ before, after }) =>
      SETTING_NAMES.filter((name) => name in after)
        .map((name) => `${name}: ${text.value(before, name)} → ${text.value(after, name)}`)
        .join('; '),
  },
  { key: 'changedBy', value: ({ changedBy }) => changedBy },
  { key: 'version', text: ({ version }) => String(version), only: 'file' },
  { key: 'actions', only: 'screen' },
];

/** Who changed which setting, and the way back. */
@Component({
  selector: 'tg-settings-history',
  imports: [Badge, Button, Cell, Confirm, ListView, ProblemNotice, TranslocoDirective],
  templateUrl: './settings-history.html',
  host: { class: 'stack' },
})
export class SettingsHistory {
  readonly begun = output();
  readonly undone = output();

  private readonly session = inject(Session);
  protected readonly store = inject(SettingsStore);
  protected readonly text = inject(SettingText);
  protected readonly names = SETTING_NAMES;
  protected readonly columns = historyColumns(inject(Locale), this.text);
  protected readonly asked = signal<SettingsHistoryEntry | null>(null);

  protected isSelf(id: string): boolean {
    return id === this.session.user()?.id;
  }

  protected async undo(): Promise<void> {
    const entry = this.asked();
    if (entry === null) return;
    this.begun.emit();
    if (await this.store.undo(entry.id)) this.undone.emit();
  }
}
