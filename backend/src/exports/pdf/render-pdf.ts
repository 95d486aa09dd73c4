import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { type DocumentModel, frontAndRest, type ModelPart } from '../model/document-model';
import { LANGUAGE_TAGS } from '../typography/typography';
import { ARCHIVAL } from './archival';
import { familyOf, FONTS, isFontFile, lineHeight } from './fonts';
import { titlePage } from './front-matter';
import { stacked } from './nodes';
import { PageLabels, pageNumber, type Placed } from './page-numbers';
import { partNodes } from './parts';
import { installTypesetting } from './typesetting';

const APPLICATION = 'TesiGo';

interface Parts {
  content: Content[];
  labels: PageLabels;
}

/** Nodes as they are given to pdfmake, which notes on them where it has set them. */
function partsOf(model: DocumentModel): Parts {
  const labels = new PageLabels(model.layout.pageNumbers);
  const { front, rest } = frontAndRest(model);
  const nodes = (parts: readonly ModelPart[]) =>
    stacked(parts.flatMap((part) => partNodes(model, part, labels)));
  const before = nodes(front);
  const body = nodes(rest);
  labels.afterTitle = (before[0] ?? body[0]) as Placed | undefined;
  labels.body = body[0] as Placed | undefined;
  return { content: [titlePage(model.titlePage, model.layout), ...before, ...body], labels };
}

function definition(model: DocumentModel): TDocumentDefinitions {
  const { layout, titlePage: about } = model;
  const { width, height, top, right, bottom, left } = layout.page;
  const { content, labels } = partsOf(model);
  const number = (page: number) => pageNumber(page, labels, layout);
  return {
    pageSize: { width, height },
    pageMargins: [left, top, right, bottom],
    version: '1.7',
    subset: ARCHIVAL,
    language: LANGUAGE_TAGS[model.language],
    displayTitle: true,
    info: {
      title: about.title,
      ...(about.author !== null && { author: about.author }),
      creator: APPLICATION,
      creationDate: model.date,
      modDate: model.date,
    },
    defaultStyle: {
      font: familyOf(layout.font),
      fontSize: layout.size,
      lineHeight: lineHeight(1, layout.font),
    },
    [layout.pageNumbers.edge === 'top' ? 'header' : 'footer']: number,
    content,
  };
}

/** The document as PDF 1.7 for keeping (PDF/A-2b). Equal models give equal bytes. */
export function renderPdf(model: DocumentModel): Promise<Buffer> {
  installTypesetting();
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  return pdfmake.createPdf(definition(model)).getBuffer();
}
