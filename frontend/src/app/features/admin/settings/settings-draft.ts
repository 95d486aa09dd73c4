import type { LocalText, Settings, SettingsChange } from '../../../api/generated/models';
import { LANGUAGES, type Language } from '../../../core/i18n/languages';

export type TextDraft = Record<Language, string>;

/** The settings as the form has them. */
export interface SettingsDraft {
  /** One a line, in the order in which they are tried. */
  models: string;
  dailyTokenLimit: number;
  /** Empty: no limit. */
  platformDailyTokenLimit: string;
  signUps: boolean;
  generation: boolean;
  maintenance: boolean;
  message: TextDraft;
  announcement: TextDraft;
}

const draftOfText = (text: LocalText | null): TextDraft => ({
  ...{ en: text?.en ?? '', uk: text?.uk ?? '', it: text?.it ?? '' },
});

function textOf(draft: TextDraft): LocalText | null {
  const texts = LANGUAGES.map(({ code }) => [code, draft[code].trim()] as const);
  const written = texts.filter(([, text]) => text !== '');
  return written.length === 0 ? null : Object.fromEntries(written);
}

export const draftOf = (settings: Settings): SettingsDraft => ({
  models: settings.models.join('\n'),
  dailyTokenLimit: settings.dailyTokenLimit,
  platformDailyTokenLimit: String(settings.platformDailyTokenLimit ?? ''),
  signUps: settings.signUps,
  generation: settings.generation,
  maintenance: settings.maintenance.on,
  message: draftOfText(settings.maintenance.message),
  announcement: draftOfText(settings.announcement),
});

const settingsOf = (draft: SettingsDraft): Settings => ({
  models: draft.models
    .split(/[\n,]/)
    .map((id) => id.trim())
    .filter((id) => id !== ''),
  dailyTokenLimit: draft.dailyTokenLimit,
  platformDailyTokenLimit:
    draft.platformDailyTokenLimit.trim() === '' ? null : Number(draft.platformDailyTokenLimit),
  signUps: draft.signUps,
  generation: draft.generation,
  maintenance: { on: draft.maintenance, message: textOf(draft.message) },
  announcement: textOf(draft.announcement),
});

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What the form would change; empty where it is as it was. */
export function changeOf(settings: Settings, draft: SettingsDraft): SettingsChange {
  const was = settingsOf(draftOf(settings));
  const entries = Object.entries(settingsOf(draft));
  return Object.fromEntries(
    entries.filter(([name, value]) => !same(was[name as keyof Settings], value)),
  );
}
