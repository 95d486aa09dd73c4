import type { DocumentLanguage } from '../../common';
import type { Formatting } from '../../requirements';
import type { SectionModel } from './document-model';
import { WORDING } from './wording';

/** What stands before the title of a heading, as ruled; empty for no number. */
export function headingNumber(
  { number, level }: Pick<SectionModel, 'number' | 'level'>,
  { headingNumbering = 'decimal' }: Formatting,
  language: DocumentLanguage,
): string {
  switch (headingNumbering) {
    case 'none':
      return '';
    case 'decimal':
      return number;
    case 'decimal_point':
      return `${number}.`;
    case 'chapter_word':
      return level === 1 ? `${WORDING[language].labels.chapter} ${number}.` : number;
  }
}
