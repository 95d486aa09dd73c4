import type { FieldError } from '../../common';
import type { TemplateName } from '../mail-message';
import { textNamesOf } from './built-in';
import type { MailTextsChange, TextName } from './mail-texts';

/** What may stand in the wording of a mail, and the name under which its context has it. */
const PLACEHOLDERS: Record<TemplateName, Readonly<Record<string, string>>> = {
  // neither link nor code: the layout has both, so that no wording can lose them
  'sign-in': { minutes: 'minutes' },
  'job-completed': { title: 'title' },
  'job-failed': { title: 'title' },
  'job-paused': { title: 'title' },
  'refund-succeeded': { amount: 'title' },
  'refund-rejected': { reason: 'title' },
  'refund-failed': { amount: 'title' },
  'account-erased': { address: 'title' },
};

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** Of a part without which a mail would leave something out. */
export const requiredIn = (template: TemplateName, name: TextName): readonly string[] =>
  template === 'sign-in' && name === 'expiry' ? ['minutes'] : [];

export const placeholdersOf = (template: TemplateName): string[] =>
  Object.keys(PLACEHOLDERS[template]);

/**
 * Puts values in. Not by a template engine: what admins write is no program.
 * @example fill('sign-in', 'For {{minutes}} minutes.', { minutes: 10 }) // 'For 10 minutes.'
 */
export function fill(template: TemplateName, text: string, context: object): string {
  const values = new Map(Object.entries(context));
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const known = new Map(Object.entries(PLACEHOLDERS[template])).get(name);
    return known === undefined ? whole : String(values.get(known));
  });
}

function issueOf(template: TemplateName, name: TextName, text: string): string | null {
  if (!textNamesOf(template).includes(name)) return 'This mail has no such part.';
  const known = placeholdersOf(template);
  const used = [...text.matchAll(PLACEHOLDER)].map(([, one = '']) => one);
  const unknown = used.find((one) => !known.includes(one));
  const can = known.map((one) => `{{${one}}}`).join(', ');
  if (unknown !== undefined) return `{{${unknown}}} is not known here; this mail knows ${can}.`;
  if (/\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''))) return 'A placeholder is not closed.';
  const missing = requiredIn(template, name).find((one) => !used.includes(one));
  return missing === undefined ? null : `{{${missing}}} has to be in it.`;
}

/** Why this wording could not be sent; empty when it can. */
export function issuesIn(template: TemplateName, texts: MailTextsChange): FieldError[] {
  const written = Object.entries(texts) as [TextName, string | null][];
  return written.flatMap(([name, text]) => {
    const message = text === null ? null : issueOf(template, name, text);
    return message === null ? [] : [{ pointer: `/texts/${name}`, message }];
  });
}
