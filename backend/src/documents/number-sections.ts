import type { DocumentLanguage } from '../common';
import { isAppendix, type OutlineSection } from './dto/outline';

/** Of appendices; in Ukrainian without the letters that DSTU 3008:2015 leaves out. */
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LETTERS: Partial<Record<DocumentLanguage, string>> = { uk: 'АБВГДЕЖИКЛМНПРСТУФХЦШЩЮЯ' };

/** A, B, … and after the last letter AA, AB, … */
function letterOf(ordinal: number, language: DocumentLanguage): string {
  const letters = LETTERS[language] ?? LATIN;
  const [rest, at] = [Math.floor((ordinal - 1) / letters.length), (ordinal - 1) % letters.length];
  return `${rest === 0 ? '' : letterOf(rest, language)}${letters.charAt(at)}`;
}

/**
 * Numbers (1, 1.1, 1.2, 2 …) for headings in reading order, by their levels; chapters that are appendices
 * have letters (A, A.1 …).
 */
export function numberSections<Section extends Pick<OutlineSection, 'level' | 'role'>>(
  sections: readonly Section[],
  language: DocumentLanguage,
): (Section & { number: string })[] {
  const chapters = { own: 0, appendices: 0 };
  let chapter = '';
  let part = 0;
  return sections.map((section) => {
    if (section.level === 2) return { ...section, number: `${chapter}.${String((part += 1))}` };
    part = 0;
    chapter = isAppendix(section)
      ? letterOf((chapters.appendices += 1), language)
      : String((chapters.own += 1));
    return { ...section, number: chapter };
  });
}
