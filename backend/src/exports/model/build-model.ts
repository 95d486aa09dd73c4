import { CitationFormatter } from '../../citations/csl/citation-formatter';
import { ProblemException } from '../../common/problem';
import type { Declaration } from '../../documents';
import { layoutOf } from '../typography/layout';
import { LANGUAGE_TAGS } from '../typography/typography';
import { captionLists } from './caption-lists';
import { printableLine } from './citation-placeholders';
import { CitationPlacer } from './citation-placer';
import type { BibliographyModel, DocumentModel, FrontTextModel } from './document-model';
import type { ExportInput } from './export-input';
import { partsInOrder } from './parts';
import { type FrontText, parseSections, readTexts } from './read-texts';
import { titlePage } from './title-page';
import { withRuns } from './with-runs';
import { type DocumentType, WORDING } from './wording';

const BIBLIOGRAPHY_ID = 'bibliography';
const DECLARATION_ID = 'declaration';
const SHORT_TYPES: ReadonlySet<DocumentType> = new Set(['essay', 'term_paper']);

export const UNPRINTED =
  'A citation stands where it cannot be printed, such as inside the title of a link. Move it into the text.';

/** What a text in another language than the document's says is marked as such, run by run. */
function frontText(
  { title, language: own, blocks }: FrontText,
  { language: main }: ExportInput,
): FrontTextModel {
  if (own === main) return { title, blocks };
  const language = LANGUAGE_TAGS[own];
  const marked = blocks.map((block) =>
    withRuns(block, (text) => text.map((run) => ({ language, ...run }))),
  );
  return { title, language, blocks: marked };
}

function frontMatterOf(texts: readonly FrontText[], input: ExportInput) {
  const of = (part: FrontText['part']): FrontTextModel | null => {
    const text = texts.find((one) => one.part === part);
    return text === undefined ? null : frontText(text, input);
  };
  return {
    acknowledgements: of('acknowledgements'),
    abstract: of('abstract'),
    second_abstract: of('second_abstract'),
    abbreviations: of('abbreviations'),
  };
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
  const { frontMatter, chapters, reader } = readTexts(input, parsed, placer);
  if (!placer.complete) throw new ProblemException('INVALID_CITATION', UNPRINTED);
  return {
    language,
    layout: layoutOf(formatting, language),
    parts: partsInOrder(formatting),
    titlePage: titlePage(input),
    frontMatter: frontMatterOf(frontMatter, input),
    contentsTitle: WORDING[language].contents,
    captionLists: captionLists(reader.counter.captions, input),
    chaptersOnNewPage: formatting.chapterOnNewPage ?? !SHORT_TYPES.has(input.type),
    sections: chapters.body,
    appendices: chapters.appendices,
    bibliography: bibliography.entries.length > 0 ? bibliography : null,
    declaration: input.declaration && {
      id: DECLARATION_ID,
      ...printableDeclaration(input.declaration),
    },
    date: new Date(input.updatedAt),
    findings: reader.findings,
  };
}
