import { z } from 'zod';
import { pageOf, PageQuery, sortedBy } from '../../common';
import { LOCALES } from '../mail-message';
import { TEMPLATES } from '../wordings/built-in';
import { MailTexts, MailTextsChange, type TextName } from '../wordings/mail-texts';

const TEXT_NAMES = Object.keys(MailTexts.shape) as [TextName, ...TextName[]];

const KEY = {
  id: z.string().describe('Template and language').meta({ example: 'sign-in.en' }),
  template: z.enum(TEMPLATES),
  locale: z.enum(LOCALES),
};

export const MailSummary = z
  .object({
    ...KEY,
    subject: z.string().describe('As it is sent now, placeholders and all'),
    changed: z.boolean().describe('Whether any part is not as it is built in'),
    changedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'MailSummary' });
export type MailSummary = z.infer<typeof MailSummary>;

export const MailPage = pageOf('MailPage', MailSummary);

export const MailQuery = PageQuery.extend({
  template: z.enum(TEMPLATES).optional(),
  locale: z.enum(LOCALES).optional(),
  ...sortedBy(['template', 'subject', 'changedAt'], 'asc'),
});
export type MailQuery = z.infer<typeof MailQuery>;

export const MailPreview = z
  .object({
    subject: z.string(),
    html: z.string().describe('A page that loads nothing and has no scripts'),
    text: z.string(),
  })
  .meta({ id: 'MailPreview' });

export const MailView = z
  .object({
    ...KEY,
    version: z.int().describe('For If-Match; 0 while it was never changed'),
    parts: z
      .array(
        z.object({
          name: z.enum(TEXT_NAMES),
          builtIn: z.string(),
          text: z.string().nullable().describe('Null: as it is built in'),
          required: z.array(z.string()).describe('Placeholders that have to be in it'),
        }),
      )
      .describe('From the top of the mail to its foot'),
    placeholders: z.array(z.string()).describe('What may stand in any part, as {{name}}'),
    preview: MailPreview.describe('Filled with invented data'),
  })
  .meta({ id: 'MailView' });
export type MailView = z.infer<typeof MailView>;

export const ChangeMail = z.strictObject({ texts: MailTextsChange }).meta({ id: 'ChangeMail' });
export type ChangeMail = z.infer<typeof ChangeMail>;

export const DraftMail = z
  .strictObject({ texts: MailTexts.describe('Parts that are not as they are built in') })
  .meta({ id: 'DraftMail' });
export type DraftMail = z.infer<typeof DraftMail>;

export const MailHistoryEntry = z
  .object({
    id: z.uuid(),
    version: z.int(),
    before: MailTextsChange.describe('How what was changed had been; null: as it is built in'),
    after: MailTextsChange,
    changedBy: z.uuid(),
    changedAt: z.iso.datetime(),
    undoes: z.uuid().nullable().describe('The change that this one took back'),
  })
  .meta({ id: 'MailHistoryEntry' });
export type MailHistoryEntry = z.infer<typeof MailHistoryEntry>;

export const MailHistoryPage = pageOf('MailHistoryPage', MailHistoryEntry);
