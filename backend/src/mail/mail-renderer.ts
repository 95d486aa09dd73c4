import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { compile, type TemplateDelegate } from 'handlebars';
import { accountErasedWording } from './account-erased.wording';
import { jobCompletedWording, jobFailedWording, jobPausedWording } from './job-ended.wording';
import type { Locale, MailMessage, MailTemplates } from './mail-message';
import {
  refundFailedWording,
  refundRejectedWording,
  refundSucceededWording,
} from './refund.wording';
import { signInWording } from './sign-in.wording';

type Wording = Record<Locale, { subject: string } & Record<string, string>>;

const MAILS: Record<keyof MailTemplates, { layout: string; wording: Wording }> = {
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

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

function template(name: string, noEscape: boolean): TemplateDelegate {
  const source = readFileSync(join(__dirname, 'templates', `${name}.hbs`), 'utf8');
  return compile(source, { strict: true, noEscape });
}

/** Fills a template's HTML and plain-text form in one language. */
@Injectable()
export class MailRenderer {
  private readonly templates = new Map<string, TemplateDelegate>();

  render<Template extends keyof MailTemplates>(
    message: Omit<MailMessage<Template>, 'id' | 'to'>,
  ): RenderedMail {
    const { template: name, locale, context } = message;
    const { layout, wording: wordings } = MAILS[name];
    const wording = wordings[locale];
    const data = { ...context, locale, t: wording };
    return {
      subject: wording.subject,
      html: this.load(`${layout}.html`, false)(data),
      text: this.load(`${layout}.text`, true)(data),
    };
  }

  private load(file: string, noEscape: boolean): TemplateDelegate {
    const loaded = this.templates.get(file) ?? template(file, noEscape);
    this.templates.set(file, loaded);
    return loaded;
  }
}
