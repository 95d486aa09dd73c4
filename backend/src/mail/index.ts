export { LOCALES, localeOf, type Locale } from './mail-message';
export { MailModule } from './mail.module';
export { MailService } from './mail.service';
