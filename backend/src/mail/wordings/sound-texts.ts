import type { TemplateName } from '../mail-message';
import { textNamesOf } from './built-in';
import { MailTexts } from './mail-texts';
import { issuesIn } from './placeholders';

/**
 * Of what is stored, the parts that can be sent today. Another version of the product may have
 * known other parts and placeholders, and a mail has to go out all the same.
 */
export function soundTexts(template: TemplateName, stored: object): MailTexts {
  const known = new Map(Object.entries(stored));
  const sound = textNamesOf(template).flatMap((name) => {
    const part = MailTexts.shape[name].unwrap().safeParse(known.get(name));
    const can = part.success && issuesIn(template, { [name]: part.data }).length === 0;
    return can ? [[name, part.data]] : [];
  });
  return Object.fromEntries(sound) as MailTexts;
}
