import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { compile, type TemplateDelegate } from 'handlebars';
import type { MailMessage, TemplateName } from './mail-message';
import { builtInWording, layoutOf } from './wordings/built-in';
import type { MailTexts } from './wordings/mail-texts';
import { fill } from './wordings/placeholders';
import { soundTexts } from './wordings/sound-texts';

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

  /** @param texts parts that are not as they are built in; what cannot be sent of them is left out */
  render<Template extends TemplateName>(
    message: Omit<MailMessage<Template>, 'id' | 'to'>,
    texts: MailTexts = {},
  ): RenderedMail {
    const { template: name, locale, context } = message;
    const wording = { ...builtInWording(name, locale), ...soundTexts(name, texts) };
    const t = Object.fromEntries(
      Object.entries(wording).map(([part, text]) => [part, fill(name, text, context)]),
    );
    const data = { ...context, locale, t };
    const layout = layoutOf(name);
    return {
      // a title may have lines of its own
      subject: fill(name, wording.subject, context).replace(/\s+/g, ' '),
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
