import type { Document, OutlineSection } from '../../documents';
import { lexiconOf, stemsOf } from '../../language';
import type { SourceRecord } from '../../sources';

/** Mandatory sources that can be written from. */
export function mandatoryIn(sources: readonly SourceRecord[]): SourceRecord[] {
  return sources.filter(({ mandatory, status }) => mandatory && status === 'ready');
}

type Planned = Pick<OutlineSection, 'title' | 'role' | 'keyPoints' | 'targetWords' | 'sourceKeys'>;

/** How many words of a source's title and keywords a section's heading and points share. */
function closeness(
  { title, keyPoints }: Planned,
  { csl }: Pick<SourceRecord, 'csl'>,
  language: Document['language'],
): number {
  const stems = (text: string) => new Set(stemsOf(text, lexiconOf(language)));
  const own = stems([title, ...keyPoints].join(' '));
  return [...stems(`${csl.title ?? ''} ${csl.keyword ?? ''}`)].filter((stem) => own.has(stem))
    .length;
}

/**
 * The section that suits a source best: one with text of the main part, by the words of their
 * titles, the longest of equals.
 * @returns its index, -1 when no section has text
 */
function bestSection(
  sections: readonly Planned[],
  source: Pick<SourceRecord, 'csl'>,
  language: Document['language'],
): number {
  const [best] = sections
    .map((section, index) => ({ section, index, close: closeness(section, source, language) }))
    .filter(({ section }) => section.targetWords > 0)
    .sort(
      (a, b) =>
        Number(b.section.role === 'body') - Number(a.section.role === 'body') ||
        b.close - a.close ||
        b.section.targetWords - a.section.targetWords,
    );
  return best?.index ?? -1;
}

/** The sections, each mandatory source planned for at least one that has text. */
export function withMandatory<Section extends Planned>(
  sections: readonly Section[],
  sources: readonly SourceRecord[],
  language: Document['language'],
): Section[] {
  const planned = sections.map((section) => ({ ...section }));
  for (const source of mandatoryIn(sources)) {
    const { key } = source;
    if (planned.some((one) => one.targetWords > 0 && one.sourceKeys.includes(key))) continue;
    const section = planned[bestSection(planned, source, language)];
    if (section !== undefined) section.sourceKeys = [...section.sourceKeys, key];
  }
  return planned;
}

/**
 * The keys of the mandatory sources that a section has to cite: those planned for it, and those
 * planned nowhere (marked later, or the outline is a person's own) that suit it best of what is
 * still to be written.
 */
export function mandatoryKeysOf(
  { outline, sections, language }: Document,
  section: OutlineSection,
  sources: readonly SourceRecord[],
): string[] {
  const written = new Set(sections.filter(({ content }) => content !== '').map(({ id }) => id));
  const all = outline?.sections ?? [];
  const plannedAnywhere = new Set(
    all.flatMap(({ targetWords, sourceKeys }) => (targetWords > 0 ? sourceKeys : [])),
  );
  const open = all.filter(({ id }) => id === section.id || !written.has(id));
  return mandatoryIn(sources)
    .filter((source) =>
      plannedAnywhere.has(source.key)
        ? section.sourceKeys.includes(source.key)
        : open[bestSection(open, source, language)]?.id === section.id,
    )
    .map(({ key }) => key);
}
