import type { CitationCluster } from '../../citations/citation-cluster';
import { CitationFormatter } from '../../citations/csl/citation-formatter';
import { parseCitations } from '../../citations/parse-citations';
import { type FieldError, ProblemException } from '../../common/problem';
import type { Declaration } from '../../documents';
import { layoutOf } from '../typography/layout';
import { printable, printableLine, withPlaceholders } from './citation-placeholders';
import { CitationPlacer } from './citation-placer';
import { captionLists } from './caption-lists';
import {
  type BibliographyModel,
  type Block,
  type DocumentModel,
  headingText,
  type SectionModel,
} from './document-model';
import type { ExportInput, SectionInput } from './export-input';
import { headingKey } from './labels';
import { headingNumber } from './heading-numbers';
import { partsInOrder } from './parts';
import { TextReader } from './text-reader';
import { titlePage } from './title-page';
import { type DocumentType, WORDING } from './wording';

const BIBLIOGRAPHY_ID = 'bibliography';
const DECLARATION_ID = 'declaration';
const SHORT_TYPES: ReadonlySet<DocumentType> = new Set(['essay', 'term_paper']);

export const UNPRINTED =
  'A citation stands where it cannot be printed, such as inside the title of a link. Move it into the text.';

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

/** Sections as they are read, with their cross-references still open. */
export function sectionModels(
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

export function abstractBlocks({ abstract, language }: ExportInput, reader: TextReader): Block[] {
  return reader.blocks(printable(abstract), WORDING[language].abstract, () => undefined);
}

/** Names of models come from a configuration, and may hold what no font has. */
const printableDeclaration = ({ title, paragraphs }: Declaration): Declaration => ({
  title,
  paragraphs: paragraphs.map(printableLine),
});

/**
 * The one model of a document that every renderer consumes.
 * @throws ProblemException INVALID_CITATION naming every citation without a source
 */
export function buildModel(input: ExportInput): DocumentModel {
  const { language, sources, formatting } = input;
  const citationStyle = formatting.citationStyle ?? input.citationStyle;
  const parsed = parseSections(input);
  const citations = CitationFormatter.create(citationStyle, language, sources).format(
    parsed.flatMap(({ clusters }) => clusters),
  );
  const bibliography: BibliographyModel = {
    id: BIBLIOGRAPHY_ID,
    title: WORDING[language].bibliography,
    entries: citations.bibliography,
  };
  const placer = new CitationPlacer(citations);
  const reader = new TextReader(input, placer);
  const abstract = abstractBlocks(input, reader);
  const read = sectionModels(parsed, reader, input);
  if (!placer.complete) throw new ProblemException('INVALID_CITATION', UNPRINTED);
  const title = WORDING[language].abstract;
  const summary = { title, blocks: reader.resolve(abstract, title) };
  const chapters = read.map((section) => ({
    ...section,
    blocks: reader.resolve(section.blocks, headingText(section)),
  }));
  const isAppendix = (_: SectionModel, index: number) => parsed[index]?.section.appendix === true;
  return {
    language,
    layout: layoutOf(formatting, language),
    parts: partsInOrder(formatting),
    titlePage: titlePage(input),
    abstract: abstract.length === 0 ? null : summary,
    contentsTitle: WORDING[language].contents,
    captionLists: captionLists(reader.counter.captions, input),
    chaptersOnNewPage: formatting.chapterOnNewPage ?? !SHORT_TYPES.has(input.type),
    sections: chapters.filter((section, index) => !isAppendix(section, index)),
    appendices: chapters.filter(isAppendix),
    bibliography: bibliography.entries.length > 0 ? bibliography : null,
    declaration: input.declaration && {
      id: DECLARATION_ID,
      ...printableDeclaration(input.declaration),
    },
    date: new Date(input.updatedAt),
    findings: reader.findings,
  };
}
