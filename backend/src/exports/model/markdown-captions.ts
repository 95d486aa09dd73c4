import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { DocumentLanguage } from '../../common';
import { CAPTION_WORDS } from './caption-words';
import { withoutLabel } from './cross-references';

/** A caption as it is written, with its label apart. */
export interface WrittenCaption {
  nodes: PhrasingContent[];
  label: string | null;
}

/** Pandoc: `Table: text` or `: text`; the word of the document's language is as good. */
function startOf(language: DocumentLanguage): RegExp {
  return new RegExp(`^(?:Table|${CAPTION_WORDS[language].table})?:(?:\\s+|$)`, 'iu');
}

/** The nodes without the label that ends them. */
export function labelled(nodes: readonly PhrasingContent[]): WrittenCaption {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return { nodes: [...nodes], label: null };
  const { text, label } = withoutLabel(last.value);
  return { nodes: [...nodes.slice(0, -1), { ...last, value: text }], label };
}

function written(
  nodes: readonly PhrasingContent[],
  language: DocumentLanguage,
): WrittenCaption | null {
  const [first, ...others] = nodes;
  const start = startOf(language);
  if (first?.type !== 'text' || !start.test(first.value)) return null;
  return labelled([{ ...first, value: first.value.replace(start, '') }, ...others]);
}

/** What a paragraph says as the caption of a table; null for any other. */
export function tableCaption(
  node: RootContent | undefined,
  language: DocumentLanguage,
): WrittenCaption | null {
  return node?.type === 'paragraph' ? written((node satisfies Paragraph).children, language) : null;
}

/**
 * A caption that is written right below a table, where Markdown takes it for a row of one cell.
 * @returns the table without it
 */
export function captionRow(
  table: Table,
  language: DocumentLanguage,
): { table: Table; caption: WrittenCaption | null } {
  const last = table.children.length > 1 ? table.children.at(-1) : undefined;
  const [cell] = last?.children ?? [];
  const caption =
    cell !== undefined && last?.children.length === 1 ? written(cell.children, language) : null;
  return caption === null
    ? { table, caption }
    : { table: { ...table, children: table.children.slice(0, -1) }, caption };
}
