import { printableLine } from '../model/citation-placeholders';
import type { ExportInput } from '../model/export-input';
import { WORDING } from '../model/wording';
import { LANGUAGE_TAGS } from '../typography/typography';
import { escaped } from './pandoc-text';

export const REFERENCES_FILE = 'references.bib';

/** Pandoc reads texts of its metadata as Markdown; a string of JSON is one of YAML. */
const text = (words: string): string => JSON.stringify(escaped(printableLine(words)));

const indented = (lines: string): string => lines.replace(/^(?=.)/gm, '  ');

function abstractOf(written: string, language: ExportInput['language']): string[] {
  if (written === '') return [];
  return [
    `abstract-title: ${text(WORDING[language].abstract)}`,
    `abstract: |\n${indented(written)}`,
  ];
}

/**
 * The block of YAML that a document begins with.
 * @param abstract as Markdown
 * @see https://pandoc.org/MANUAL.html#metadata-variables
 */
export function metadata(input: ExportInput, abstract: string): string {
  const { title, author, language, updatedAt } = input;
  const lines = [
    `title: ${text(title)}`,
    ...(author === null ? [] : [`author: ${text(author)}`]),
    `date: "${String(new Date(updatedAt).getUTCFullYear())}"`,
    `lang: ${LANGUAGE_TAGS[language]}`,
    ...abstractOf(abstract, language),
    `toc-title: ${text(WORDING[language].contents)}`,
    `bibliography: ${REFERENCES_FILE}`,
    'link-citations: true',
  ];
  return `---\n${lines.join('\n')}\n---`;
}
