import { z } from 'zod';
import { pageOf } from '../../common';
import { Settings, SettingsChange, StoredSettings } from '../../settings';

export const SettingsView = z
  .object({
    version: z.int().describe('For If-Match; 0 while nothing was ever set'),
    values: Settings.describe('What holds'),
    stored: StoredSettings.describe('Those of them that were set here'),
    defaults: Settings.describe('What the environment has'),
    changedAt: z.iso.datetime().nullable(),
    changedBy: z.uuid().nullable(),
  })
  .meta({ id: 'SettingsView' });

export type SettingsView = z.infer<typeof SettingsView>;

export const SettingsHistoryEntry = z
  .object({
    id: z.uuid(),
    version: z.int(),
    before: SettingsChange.describe(
      'How what was changed had been; null: as the environment has it',
    ),
    after: SettingsChange,
    changedBy: z.uuid(),
    changedAt: z.iso.datetime(),
    undoes: z.uuid().nullable().describe('The change that this one took back'),
  })
  .meta({ id: 'SettingsHistoryEntry' });

export type SettingsHistoryEntry = z.infer<typeof SettingsHistoryEntry>;

export const SettingsHistoryPage = pageOf('SettingsHistoryPage', SettingsHistoryEntry);

export const Reloaded = z
  .object({
    version: z.int().describe('Of the settings that hold now'),
    processesTold: z.int().describe('Replicas and workers; 0 when Redis is away'),
  })
  .meta({ id: 'Reloaded' });

export type Reloaded = z.infer<typeof Reloaded>;
