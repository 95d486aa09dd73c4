import { ProblemException } from '../../common/problem';
import { UNPRINTED } from '../model/build-model';
import { printableLine } from '../model/citation-placeholders';
import {
  headingText,
  type ModelPart,
  type SectionModel,
  type TitleLine,
} from '../model/document-model';
import type { ExportInput } from '../model/export-input';
import { partsInOrder } from '../model/parts';
import { type FrontText, parseSections, readTexts } from '../model/read-texts';
import { titlePage } from '../model/title-page';
import { WORDING } from '../model/wording';
import { LANGUAGE_TAGS } from '../typography/typography';
import { metadata } from './metadata';
import { blocksText } from './pandoc-blocks';
import { PandocCitations } from './pandoc-citations';
import { escaped, escapedLineStart } from './pandoc-text';

/** Lines of the title page that the metadata hold. */
const IN_METADATA: ReadonlySet<TitleLine['field']> = new Set(['title', 'author', 'year']);

const paragraph = (text: string) => escapedLineStart(escaped(printableLine(text)));

function titleLines(input: ExportInput): string {
  const lines = titlePage(input).lines.filter(({ field }) => !IN_METADATA.has(field));
  if (lines.length === 0) return '';
  return `::: {#title-page}\n${lines.map(({ text }) => paragraph(text)).join('\n\n')}\n:::`;
}

/** Level and text of a heading; Pandoc is not to number those that carry their number. */
const heading = (level: number, text: string) =>
  `${'#'.repeat(level)} ${escaped(text)} {.unnumbered}`;

function body(sections: readonly SectionModel[], citations: PandocCitations): string {
  const texts = sections.map((section) => {
    const title = heading(section.level, headingText(section));
    return `${title}\n\n${blocksText(section.blocks, citations)}`.trimEnd();
  });
  return texts.join('\n\n');
}

/** The one that Pandoc's metadata hold; empty for none. */
function abstractOf(frontMatter: readonly FrontText[], citations: PandocCitations): string {
  const text = frontMatter.find(({ part }) => part === 'abstract');
  return text === undefined ? '' : blocksText(text.blocks, citations);
}

function frontText(
  { title, language, blocks }: FrontText,
  { language: main }: ExportInput,
  citations: PandocCitations,
): string {
  const text = `${heading(1, title)}\n\n${blocksText(blocks, citations)}`.trimEnd();
  return language === main ? text : `::: {lang=${LANGUAGE_TAGS[language]}}\n${text}\n:::`;
}

function bibliography({ language }: ExportInput): string {
  return `${heading(1, WORDING[language].bibliography)}\n\n::: {#refs}\n:::`;
}

function declared({ declaration }: ExportInput): string {
  if (declaration === null) return '';
  const { title, paragraphs } = declaration;
  return [heading(1, title), ...paragraphs.map(paragraph)].join('\n\n');
}

/**
 * A document as Pandoc's Markdown; its contents, page numbers and entries of the bibliography are
 * Pandoc's to make.
 * @throws ProblemException INVALID_CITATION
 */
export function thesisText(input: ExportInput): string {
  const parsed = parseSections(input);
  const clusters = parsed.flatMap((section) => section.clusters);
  const citations = new PandocCitations(clusters, input.language);
  const { frontMatter, chapters } = readTexts(input, parsed, citations);
  const front = (part: FrontText['part']) => {
    const text = frontMatter.find((one) => one.part === part);
    return text === undefined ? '' : frontText(text, input, citations);
  };
  const writers: Partial<Record<ModelPart, () => string>> = {
    title_page: () =>
      `${metadata(input, abstractOf(frontMatter, citations))}\n\n${titleLines(input)}`.trimEnd(),
    acknowledgements: () => front('acknowledgements'),
    second_abstract: () => front('second_abstract'),
    abbreviations: () => front('abbreviations'),
    body: () => body(chapters.body, citations),
    appendices: () => body(chapters.appendices, citations),
    bibliography: () => (clusters.length === 0 ? '' : bibliography(input)),
    declaration: () => declared(input),
  };
  const parts = partsInOrder(input.formatting).map((part) => writers[part]?.() ?? '');
  if (!citations.complete) throw new ProblemException('INVALID_CITATION', UNPRINTED);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
