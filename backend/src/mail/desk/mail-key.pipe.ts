import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../common';
import { LOCALES } from '../mail-message';
import { TEMPLATES } from '../wordings/built-in';
import type { MailKey } from '../wordings/mail-wordings.repository';

export const mailIdOf = ({ template, locale }: MailKey): string => `${template}.${locale}`;

const KEYS = new Map(
  TEMPLATES.flatMap((template) =>
    LOCALES.map((locale): [string, MailKey] => [
      mailIdOf({ template, locale }),
      { template, locale },
    ]),
  ),
);

export const MAIL_KEYS: readonly MailKey[] = [...KEYS.values()];

/** A mail in one language by its id, such as `sign-in.en`. */
@Injectable()
export class MailKeyPipe implements PipeTransform<string, MailKey> {
  transform(id: string): MailKey {
    const key = KEYS.get(id);
    if (key === undefined) throw notFound();
    return key;
  }
}
