/** Languages of the mail and of the app (ISO 639-1). */
export const LOCALES = ['en', 'uk', 'it'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language that an account has, or English where it has none of ours. */
export const localeOf = (locale: string): Locale =>
  LOCALES.find((known) => known === locale) ?? 'en';

/** The templates and what each needs to know. */
export interface MailTemplates {
  'sign-in': { link: string; code: string; minutes: number };
  'job-completed': JobEnded;
  'job-failed': JobEnded;
  'job-paused': JobEnded;
  'refund-succeeded': RefundEnded;
  'refund-rejected': RefundEnded;
  'refund-failed': RefundEnded;
  'account-erased': AccountErased;
}

export type TemplateName = keyof MailTemplates;

interface JobEnded {
  /** Of the document. */
  title: string;
  link: string;
}

interface RefundEnded {
  /** The amount, or the reason of a rejection. */
  title: string;
  link: string;
}

interface AccountErased {
  /** The address. */
  title: string;
  link: string;
}

export interface MailMessage<Template extends TemplateName> {
  /** Of a message that may be sent again: mail programs show the same one once. */
  id?: string;
  to: string;
  template: Template;
  locale: Locale;
  context: MailTemplates[Template];
}
