export { MailModule } from './mail.module';
export { LOCALES, type Locale, type MailMessage, type MailTemplates } from './mail-message';
export { MailService } from './mail.service';
