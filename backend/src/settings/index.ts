export { CurrentSettings } from './current-settings';
export { NoticesModule } from './notices.controller';
export { MAX_TOKENS, OFFLINE_MODEL, Settings, SettingsChange, settingsOf } from './settings';
export { StoredSettings } from './settings';
export { type SettingsAct, SettingsEditor } from './settings-editor';
export { DuringMaintenance, inMaintenance, SettingsGuard, StartsWriting } from './settings.guard';
export { SettingsModule } from './settings.module';
export { SettingsRepository } from './settings.repository';
