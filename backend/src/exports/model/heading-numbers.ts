import type { DocumentLanguage } from '../../common';
import type { Formatting } from '../../requirements';
import type { SectionInput } from './export-input';
import { WORDING } from './wording';

/** What stands before the title of a heading, as ruled; empty for no number, which only an appendix is never without. */
export function headingNumber(
  { number, level, appendix }: Pick<SectionInput, 'number' | 'level' | 'appendix'>,
  { headingNumbering = 'decimal' }: Formatting,
  language: DocumentLanguage,
): string {
  if (appendix && level === 1) return `${WORDING[language].labels.appendix} ${number}.`;
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
