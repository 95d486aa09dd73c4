export {
  ChangeMail,
  DraftMail,
  MailHistoryPage,
  MailPage,
  MailPreview,
  MailQuery,
  MailView,
} from './desk/mail-dto';
export { MailDesk } from './desk/mail-desk';
export { MailDeskModule } from './desk/mail-desk.module';
export { MailKeyPipe } from './desk/mail-key.pipe';
export { MailList } from './desk/mail-list';
export { LOCALES, localeOf, type Locale } from './mail-message';
export { MailModule } from './mail.module';
export { MailService } from './mail.service';
export type { MailTexts } from './wordings/mail-texts';
export type { MailKey } from './wordings/mail-wordings.repository';
