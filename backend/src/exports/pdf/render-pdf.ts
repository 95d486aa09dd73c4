import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { type DeclarationModel, type DocumentModel, headingText } from '../model/document-model';
import { LANGUAGE_TAGS, PAGE, TYPE } from '../typography';
import { bibliography } from './bibliography';
import { blockNodes } from './blocks';
import { FONTS, isFontFile, lineHeight, TEXT_FONT } from './fonts';
import { abstract, contents, titlePage } from './front-matter';
import { heading } from './headings';
import { type Spaced, stacked } from './nodes';
import { installTypesetting } from './typesetting';

const APPLICATION = 'TesiGo';

/** From the bottom of the text to the page number, as in Word's footer. */
const FOOTER_GAP = 22;

function declared({ id, title, paragraphs }: DeclarationModel): Spaced[] {
  const blocks = paragraphs.map((paragraph) => ({
    kind: 'paragraph' as const,
    text: [{ text: paragraph }],
  }));
  return [heading(title, { id, level: 1, onNewPage: true }), ...blockNodes(blocks)];
}

function text(model: DocumentModel): Content[] {
  const { sections, chaptersOnNewPage, bibliography: references, declaration } = model;
  let chapter: string | undefined;
  const nodes = sections.flatMap((section, index): Spaced[] => {
    const { id, level, blocks } = section;
    const onNewPage = level === 1 && (chaptersOnNewPage || index === 0);
    const parent = level === 1 || chapter === undefined ? {} : { parentId: chapter };
    if (level === 1) chapter = id;
    const title = heading(headingText(section), { id, level, onNewPage, ...parent });
    return [title, ...blockNodes(blocks)];
  });
  return stacked([
    ...nodes,
    ...(references === null ? [] : bibliography(references)),
    ...(declaration === null ? [] : declared(declaration)),
  ]);
}

function definition(model: DocumentModel): TDocumentDefinitions {
  const { title, author } = model.titlePage;
  return {
    pageSize: 'A4',
    pageMargins: PAGE.margin,
    version: '1.7',
    language: LANGUAGE_TAGS[model.language],
    displayTitle: true,
    info: {
      title,
      ...(author !== null && { author }),
      creator: APPLICATION,
      creationDate: model.date,
      modDate: model.date,
    },
    defaultStyle: { font: TEXT_FONT, fontSize: TYPE.size, lineHeight: lineHeight(1) },
    footer: (page) =>
      page === 1
        ? null
        : { text: String(page), alignment: 'center', margin: [0, FOOTER_GAP, 0, 0] },
    content: [
      titlePage(model.titlePage),
      ...(model.abstract === null ? [] : abstract(model.abstract)),
      ...contents(model),
      ...text(model),
    ],
  };
}

/** The document as PDF 1.7. Equal models give equal bytes. */
export function renderPdf(model: DocumentModel): Promise<Buffer> {
  installTypesetting();
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  return pdfmake.createPdf(definition(model)).getBuffer();
}
