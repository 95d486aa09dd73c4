import { CAPTION_WORDS } from './caption-words';
import type { Caption, CaptionKind, CaptionList, CaptionListModel } from './document-model';
import type { ExportInput } from './export-input';

/** The lists of figures and of tables that the rules name among the parts, where they have entries. */
export function captionLists(
  all: readonly Caption[],
  { formatting: { partOrder = [] }, language }: ExportInput,
): Record<CaptionList, CaptionListModel | null> {
  const list = (part: CaptionList, kind: CaptionKind): CaptionListModel | null => {
    const captions = all.filter((caption) => caption.kind === kind);
    if (!partOrder.includes(part) || captions.length === 0) return null;
    return { title: CAPTION_WORDS[language].lists[part], captions };
  };
  return {
    list_of_figures: list('list_of_figures', 'figure'),
    list_of_tables: list('list_of_tables', 'table'),
  };
}
