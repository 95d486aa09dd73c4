import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { LocalText, SettingsChange } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import type { ChangeWords } from '../shared/history-columns';

export type SettingName = keyof SettingsChange;

export const SETTING_NAMES = [
  ...(['models', 'dailyTokenLimit', 'platformDailyTokenLimit', 'signUps'] as const),
  ...(['generation', 'maintenance', 'announcement'] as const),
] satisfies SettingName[];

/** Says in words what a setting is. */
@Injectable()
export class SettingText implements ChangeWords {
  readonly names = SETTING_NAMES;
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  name(name: string): string {
    return this.text(`names.${name}`);
  }

  value(change: SettingsChange, name: string): string {
    const known = SETTING_NAMES.find((one) => one === name);
    const value = known && change[known];
    if (value === null || value === undefined) return this.text('fromEnvironment');
    if (typeof value === 'boolean') return this.text(value ? 'on' : 'off');
    if (typeof value === 'number') return this.locale.number(value);
    if (Array.isArray(value)) return value.join(', ');
    if (!('on' in value)) return this.quoted(value);
    const state = this.text(value.on ? 'on' : 'off');
    return value.message === null ? state : `${state}, ${this.quoted(value.message)}`;
  }

  /** In the language of the interface where there is one. */
  private quoted(text: LocalText): string {
    const shown = text[this.locale.language()] ?? Object.values(text).find(Boolean) ?? '';
    return `“${String(shown)}”`;
  }

  private text(key: string): string {
    return this.transloco.translate<string>(
      `adminSettings.settings.${key}`,
      {},
      this.locale.language(),
    );
  }
}
