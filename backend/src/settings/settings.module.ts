import { Global, Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { CurrentSettings } from './current-settings';
import { SettingsEditor } from './settings-editor';
import { SettingsGuard } from './settings.guard';
import { SettingsNews } from './settings-news';
import { SettingsRepository } from './settings.repository';

/** What admins set while the product runs, in every process. */
@Global()
@Module({
  imports: [AuditModule],
  providers: [CurrentSettings, SettingsEditor, SettingsGuard, SettingsNews, SettingsRepository],
  exports: [CurrentSettings, SettingsEditor, SettingsGuard, SettingsRepository],
})
export class SettingsModule {}
