import type { CitationCluster } from '../../citations/citation-cluster';
import { parseCitations } from '../../citations/parse-citations';
import { type FieldError, ProblemException } from '../../common/problem';
import { printable, printableLine, withPlaceholders } from './citation-placeholders';
import type { Placer } from './citation-placer';
import { type Block, type ChapterPart, headingText, type SectionModel } from './document-model';
import type { ExportInput, FrontTextInput, SectionInput } from './export-input';
import { headingNumber } from './heading-numbers';
import { headingKey } from './labels';
import { TextReader } from './text-reader';
import { WORDING } from './wording';

export interface ParsedSection {
  section: SectionInput;
  markdown: string;
  clusters: readonly CitationCluster[];
}

function parseSection(section: SectionInput, index: number, keys: ReadonlySet<string>) {
  const markdown = printable(section.content);
  const { clusters, malformed } = parseCitations(markdown);
  const unreadable = malformed.map(({ start, end }) => markdown.slice(start, end));
  const unknown = clusters
    .flatMap(({ items }) => items.map(({ key }) => key))
    .filter((key) => !keys.has(key))
    .map((key) => `@${key}`);
  const errors = [...unreadable, ...unknown].map((text) => ({
    pointer: `/sections/${String(index)}/content`,
    message: `${section.title}: ${text} points to no source of this document.`,
  }));
  return { parsed: { section, markdown, clusters }, errors };
}

function invalidCitations(errors: readonly FieldError[]): ProblemException {
  const detail =
    'Some citations point to no source of this document. Mend or remove them, then export again.';
  return new ProblemException('INVALID_CITATION', detail, { errors });
}

/** @throws ProblemException INVALID_CITATION naming every citation without a source */
export function parseSections({ sections, sources }: ExportInput): ParsedSection[] {
  const keys = new Set(sources.map(({ key }) => key));
  const results = sections.map((section, index) => parseSection(section, index, keys));
  const errors = results.flatMap((result) => result.errors);
  if (errors.length > 0) throw invalidCitations(errors);
  return results.map(({ parsed }) => parsed);
}

/** A text beside the sections as it is read, with its heading in its own language. */
export interface FrontText extends Pick<FrontTextInput, 'part' | 'language'> {
  title: string;
  blocks: readonly Block[];
}

function titleOf({ part, language }: FrontTextInput): string {
  return WORDING[language][part === 'second_abstract' ? 'abstract' : part];
}

const readFrontText = (text: FrontTextInput, reader: TextReader): FrontText => {
  const { part, language, content } = text;
  const title = titleOf(text);
  const blocks = reader.blocks(printable(content), title, () => undefined);
  return { part, language, title, blocks };
};

/** Sections as they are read, with their cross-references still open. */
function readSections(
  parsed: readonly ParsedSection[],
  reader: TextReader,
  { language, formatting }: ExportInput,
): SectionModel[] {
  let firstIndex = 0;
  return parsed.map(({ section, markdown, clusters }) => {
    const { id, level } = section;
    const number = headingNumber(section, formatting, language);
    const plainNumber = number === '' ? '' : section.number;
    const model = { id, number, plainNumber, title: printableLine(section.title), level };
    const label = (name: string) => {
      reader.labels.addSection(name, model, section.appendix === true);
    };
    label(`sec:${id}`);
    label(`sec:${headingKey(model.title)}`);
    if (level === 1) reader.counter.beginChapter(section.number);
    const text = withPlaceholders(markdown, clusters, firstIndex);
    firstIndex += clusters.length;
    return { ...model, blocks: reader.blocks(text, headingText(model), label) };
  });
}

/** All texts of a document as they are read, in the order in which their captions are counted. */
export interface ReadTexts {
  /** Those that have something in them. */
  frontMatter: readonly FrontText[];
  chapters: Readonly<Record<ChapterPart, readonly SectionModel[]>>;
  /** What has been counted, and found, on the way. */
  reader: TextReader;
}

export function readTexts(
  input: ExportInput,
  parsed: readonly ParsedSection[],
  placer: Placer,
): ReadTexts {
  const reader = new TextReader(input, placer);
  const front = input.frontMatter.map((text) => readFrontText(text, reader));
  const read = readSections(parsed, reader, input);
  // only now every label is known
  const frontMatter = front
    .filter(({ blocks }) => blocks.length > 0)
    .map((text) => ({ ...text, blocks: reader.resolve(text.blocks, text.title) }));
  const chapters: Record<ChapterPart, SectionModel[]> = { body: [], appendices: [] };
  for (const [index, section] of read.entries()) {
    const part = parsed[index]?.section.appendix === true ? 'appendices' : 'body';
    const blocks = reader.resolve(section.blocks, headingText(section));
    chapters[part].push({ ...section, blocks });
  }
  return { frontMatter, chapters, reader };
}
