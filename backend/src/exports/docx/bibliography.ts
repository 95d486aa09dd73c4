import { type FileChild, Paragraph, Tab, TextRun } from 'docx';
import type { BibliographyEntry } from '../../citations';
import type { BibliographyModel } from '../model/document-model';
import { heading } from './headings';
import { runsOf } from './runs';
import { STYLE } from './styles';

function entry({ label, text }: BibliographyEntry): Paragraph {
  const marker = label === null ? [] : [new TextRun({ children: [label, new Tab()] })];
  return new Paragraph({ style: STYLE.bibliography, children: [...marker, ...runsOf(text)] });
}

/** @param place of its heading, among those of the contents */
export function bibliography(
  { title, entries }: BibliographyModel,
  place: { index: number; onNewPage: boolean },
): FileChild[] {
  return [heading(title, { level: 1, ...place }), ...entries.map(entry)];
}
