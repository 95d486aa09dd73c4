import type { Locale, TemplateName } from '../mail-message';
import { accountErasedWording } from './account-erased.wording';
import { jobCompletedWording, jobFailedWording, jobPausedWording } from './job-ended.wording';
import { type Layout, LAYOUTS, type MailTexts, type TextName } from './mail-texts';
import {
  refundFailedWording,
  refundRejectedWording,
  refundSucceededWording,
} from './refund.wording';
import { signInWording } from './sign-in.wording';

interface BuiltIn {
  layout: Layout;
  wording: Record<Locale, MailTexts & { subject: string }>;
}

const MAILS: Record<TemplateName, BuiltIn> = {
  'sign-in': { layout: 'sign-in', wording: signInWording },
  'job-completed': { layout: 'job-ended', wording: jobCompletedWording },
  'job-failed': { layout: 'job-ended', wording: jobFailedWording },
  'job-paused': { layout: 'job-ended', wording: jobPausedWording },
  // one thing in the middle, and where to look: the same layout
  'refund-succeeded': { layout: 'job-ended', wording: refundSucceededWording },
  'refund-rejected': { layout: 'job-ended', wording: refundRejectedWording },
  'refund-failed': { layout: 'job-ended', wording: refundFailedWording },
  'account-erased': { layout: 'job-ended', wording: accountErasedWording },
};

export const TEMPLATES = Object.keys(MAILS) as [TemplateName, ...TemplateName[]];

export const layoutOf = (template: TemplateName): Layout => MAILS[template].layout;

/** Which parts a mail has, from its top to its foot. */
export const textNamesOf = (template: TemplateName): readonly TextName[] =>
  LAYOUTS[layoutOf(template)];

export const builtInWording = (template: TemplateName, locale: Locale) =>
  MAILS[template].wording[locale];
