import type { Locale, MailTemplates, TemplateName } from '../mail-message';

const DOCUMENT: Record<Locale, string> = {
  en: 'How learners remember what they have read',
  uk: 'Як студенти запам’ятовують прочитане',
  it: 'Come si ricorda ciò che si è letto',
};

const REASON: Record<Locale, string> = {
  en: 'The document was written as ordered.',
  uk: 'Документ написано так, як замовлено.',
  it: 'Il documento è stato scritto come ordinato.',
};

const AMOUNT = '12.50 EUR';

/** What a template is filled with where nobody is written to: invented, and opening nothing. */
export function sampleContext<Template extends TemplateName>(
  template: Template,
  locale: Locale,
  publicUrl: string,
): MailTemplates[Template] {
  const link = publicUrl;
  const about = (title: string) => ({ title, link });
  const samples: MailTemplates = {
    'sign-in': { link: `${publicUrl}/auth/verify#token=sample`, code: '7KM2QX4D', minutes: 10 },
    'job-completed': about(DOCUMENT[locale]),
    'job-failed': about(DOCUMENT[locale]),
    'job-paused': about(DOCUMENT[locale]),
    'refund-succeeded': about(AMOUNT),
    'refund-rejected': about(REASON[locale]),
    'refund-failed': about(AMOUNT),
    'account-erased': about('reader@example.org'),
  };
  return samples[template];
}
