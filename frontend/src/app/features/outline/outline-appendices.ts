import type { Document as Thesis, OutlineSection } from '../../api/generated/models';

/** What sets appendices apart: they stand last, have letters, and no length is planned for them. */

/** Of a section that one adds, and of one that no longer is an appendix. */
export const NEW_SECTION_WORDS = 300;

/** In Ukrainian without the letters that DSTU 3008:2015 leaves out. */
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LETTERS: Partial<Record<Thesis['language'], string>> = { uk: 'АБВГДЕЖИКЛМНПРСТУФХЦШЩЮЯ' };

export const isAppendix = (section: Pick<OutlineSection, 'role'> | undefined): boolean =>
  section?.role === 'appendix';

/** A, B, … and after the last letter AA, AB, … */
export function letterOf(ordinal: number, language: Thesis['language']): string {
  const letters = LETTERS[language] ?? LATIN;
  const [rest, at] = [Math.floor((ordinal - 1) / letters.length), (ordinal - 1) % letters.length];
  return `${rest === 0 ? '' : letterOf(rest, language)}${letters.charAt(at)}`;
}

/** The list as the server takes it after any edit: parts go with their chapter, appendices last. */
export function settled(sections: readonly OutlineSection[]): readonly OutlineSection[] {
  const placed = withRoles(sections);
  return [...placed.filter((one) => !isAppendix(one)), ...placed.filter(isAppendix)];
}

/** A document is not of appendices alone: the first of them becomes a chapter then. */
function withRoles(sections: readonly OutlineSection[]): readonly OutlineSection[] {
  const hasOwn = sections.some((section) => section.level === 1 && !isAppendix(section));
  let inAppendix = false;
  return sections.map((section, index) => {
    if (section.level === 1) inAppendix = isAppendix(section) && (hasOwn || index > 0);
    return inAppendix ? asAppendix(section) : asOwn(section);
  });
}

function asAppendix(section: OutlineSection): OutlineSection {
  if (isAppendix(section) && section.targetWords === 0) return section;
  return { ...section, role: 'appendix', targetWords: 0 };
}

function asOwn(section: OutlineSection): OutlineSection {
  if (!isAppendix(section)) return section;
  return { ...section, role: 'body', targetWords: NEW_SECTION_WORDS };
}
