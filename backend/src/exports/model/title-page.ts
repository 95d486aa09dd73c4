import type { TitlePageField } from '../../requirements';
import { printableLine } from './citation-placeholders';
import type { ExportInput } from './export-input';
import type { TitleLine, TitlePage } from './document-model';
import { WORDING } from './wording';

const OFFLINE = 'offline';

/** What a title page says where no rule says otherwise. */
const USUAL: readonly TitlePageField[] = ['document_type', 'title', 'author', 'year'];

/** The notice stands below the title, or the author where that comes later. */
const ABOVE_NOTICE: ReadonlySet<TitleLine['field']> = new Set(['title', 'author']);

function textOf(input: ExportInput, field: TitlePageField): string {
  const { types, labels } = WORDING[input.language];
  switch (field) {
    case 'document_type':
      return types[input.type];
    case 'title':
      return input.title;
    case 'author':
      return input.author ?? '';
    case 'year':
      return String(new Date(input.updatedAt).getUTCFullYear());
    case 'supervisor':
    case 'student_id': {
      const value = input.titlePage[field];
      return value === undefined ? '' : `${labels[field]}: ${value}`;
    }
    default:
      return input.titlePage[field] ?? '';
  }
}

function withNotice(lines: readonly TitleLine[], notice: string): TitleLine[] {
  const last = lines.findLastIndex(({ field }) => ABOVE_NOTICE.has(field));
  return lines.toSpliced(last + 1, 0, { field: 'notice', text: notice });
}

/** The title page with the fields that are ruled, as far as they are known. */
export function titlePage(input: ExportInput): TitlePage {
  const lines = (input.formatting.titlePageFields ?? USUAL)
    .map((field): TitleLine => ({ field, text: printableLine(textOf(input, field)) }))
    .filter(({ text }) => text !== '');
  const offline = input.sections.some(
    ({ writer, content }) => writer === OFFLINE && content.trim() !== '',
  );
  return {
    title: printableLine(input.title),
    author: input.author && printableLine(input.author),
    lines: offline ? withNotice(lines, WORDING[input.language].offlineNotice) : lines,
  };
}
