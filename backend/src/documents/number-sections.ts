/** Decimal numbers (1, 1.1, 1.2, 2 …) for headings in reading order, by their levels. */
export function numberSections<Section extends { level: 1 | 2 }>(
  sections: readonly Section[],
): (Section & { number: string })[] {
  let chapter = 0;
  let part = 0;
  return sections.map((section) => {
    if (section.level === 1) {
      chapter += 1;
      part = 0;
      return { ...section, number: String(chapter) };
    }
    part += 1;
    return { ...section, number: `${String(chapter)}.${String(part)}` };
  });
}
