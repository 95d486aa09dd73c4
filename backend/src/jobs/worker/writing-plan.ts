import type { Document, Outline, OutlineSection } from '../../documents';

/** Headings that are meant to carry text, in reading order. */
export function textSections(outline: Outline | null): OutlineSection[] {
  return outline?.sections.filter(({ targetWords }) => targetWords > 0) ?? [];
}

/** Sections that are still to be written; what a person has written is finished too. */
export function plannedSections(document: Document): OutlineSection[] {
  const statuses = new Map(document.sections.map(({ id, status }) => [id, status]));
  return textSections(document.outline).filter(({ id }) => statuses.get(id) === 'planned');
}

export function progressOn(document: Document): { sectionsDone: number; sectionsTotal: number } {
  const sectionsTotal = textSections(document.outline).length;
  return { sectionsTotal, sectionsDone: sectionsTotal - plannedSections(document).length };
}
