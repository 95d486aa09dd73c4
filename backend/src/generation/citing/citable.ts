import type { CitableSource, Span } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { SectionTask } from '../tasks/section-task';
import type { TaskPassage } from '../tasks/task-parts';

export interface CitationFault extends Span {
  /** For whoever mends it. */
  message: string;
}

/** What a text may cite: the passages its writer was given, and their sources. */
export interface Citable {
  sources: readonly CitableSource[];
  passages: readonly TaskPassage[];
  /** Titles may stand in quotation marks without being quoted from a source. */
  titles: readonly string[];
  language: DocumentLanguage;
}

export function citableIn(task: SectionTask, sources: readonly CitableSource[]): Citable {
  const titles = [
    task.document.title,
    task.document.topic,
    ...task.outline.map(({ title }) => title),
    ...task.sources.map(({ title }) => title),
  ];
  return { sources, passages: task.passages, titles, language: task.language };
}
