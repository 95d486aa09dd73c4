import { z } from 'zod';
import type { Configuration } from '../config';

/** Id of the writer that arranges sentences of the sources. */
export const OFFLINE_MODEL = 'offline';

/** More tokens than anybody sells in a day. */
export const MAX_TOKENS = 1_000_000_000_000;

const text = z.string().trim().min(1).max(500);

export const LocalText = z
  .strictObject({ en: text, uk: text, it: text })
  .partial()
  .refine((texts) => Object.keys(texts).length > 0, 'Write it in one language at least.')
  .meta({ id: 'LocalText', description: 'Who reads another language is shown one of these' });

export type LocalText = z.infer<typeof LocalText>;

const models = z
  .array(z.string().trim().min(1).max(200))
  .min(1)
  .max(10)
  .refine((ids) => new Set(ids).size === ids.length, 'Names a model twice.')
  .describe('Ids in the order in which they are tried; `offline` is the built-in writer');

const Maintenance = z
  .strictObject({ on: z.boolean(), message: LocalText.nullable().default(null) })
  .meta({ id: 'Maintenance', description: 'While on, only admins can change anything' });

const FIELDS = {
  models,
  dailyTokenLimit: z.int().min(0).max(MAX_TOKENS).describe('Of a user, a UTC day'),
  platformDailyTokenLimit: z.int().min(1).max(MAX_TOKENS).describe('Of all users together'),
  maintenance: Maintenance,
  signUps: z.boolean().describe('Whether addresses without an account can make one'),
  generation: z.boolean().describe('Whether anything is written; waiting jobs wait on'),
  announcement: LocalText,
};

const nullable = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();

/** Settings by name, for a change: null gives one back to the environment. */
export const SettingsChange = z
  .strictObject({
    models: nullable(FIELDS.models),
    dailyTokenLimit: nullable(FIELDS.dailyTokenLimit),
    platformDailyTokenLimit: nullable(FIELDS.platformDailyTokenLimit),
    maintenance: nullable(FIELDS.maintenance),
    signUps: nullable(FIELDS.signUps),
    generation: nullable(FIELDS.generation),
    announcement: nullable(FIELDS.announcement),
  })
  .meta({ id: 'SettingsChange' });

export type SettingsChange = z.infer<typeof SettingsChange>;

/** The settings that win over the environment. Of those that another version knows, nothing. */
export const StoredSettings = z.object(FIELDS).partial().meta({ id: 'StoredSettings' });

export type StoredSettings = z.infer<typeof StoredSettings>;

/** What holds, whoever set it. */
export const Settings = z
  .object({
    ...FIELDS,
    platformDailyTokenLimit: FIELDS.platformDailyTokenLimit.nullable(),
    announcement: FIELDS.announcement.nullable(),
  })
  .meta({ id: 'Settings' });

export type Settings = z.infer<typeof Settings>;

export function settingsOf({ llm }: Pick<Configuration, 'llm'>): Settings {
  return {
    models: llm.models.length === 0 ? [OFFLINE_MODEL] : [...new Set(llm.models)],
    dailyTokenLimit: llm.dailyTokenLimit,
    platformDailyTokenLimit: llm.platformTokenLimit ?? null,
    maintenance: { on: false, message: null },
    signUps: true,
    generation: true,
    announcement: null,
  };
}
