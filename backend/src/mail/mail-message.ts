/** Languages of the mail and of the app (ISO 639-1). */
export const LOCALES = ['en', 'uk', 'it'] as const;

export type Locale = (typeof LOCALES)[number];

/** The templates and what each needs to know. */
export interface MailTemplates {
  'sign-in': { link: string; code: string; minutes: number };
}

export interface MailMessage<Template extends keyof MailTemplates> {
  to: string;
  template: Template;
  locale: Locale;
  context: MailTemplates[Template];
}
