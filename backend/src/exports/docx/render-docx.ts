import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  type PageNumberEstimator,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { type DeclarationModel, type DocumentModel, headingText } from '../model/document-model';
import { PAGE } from '../typography';
import { bibliography } from './bibliography';
import { BlockRenderer } from './blocks';
import { abstract, contents, titlePage } from './front-matter';
import { heading, type HeadingPages } from './headings';
import { ListNumbering } from './lists';
import { pageRecorder } from './page-numbers';
import { settled } from './settled';
import { stylesIn } from './styles';
import { twips } from './units';

const APPLICATION = 'TesiGo';

const page = {
  size: { width: twips(PAGE.width), height: twips(PAGE.height) },
  margin: {
    top: twips(PAGE.margin),
    right: twips(PAGE.margin),
    bottom: twips(PAGE.margin),
    left: twips(PAGE.margin),
  },
};

function footer(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}

function body(model: DocumentModel, blocks: BlockRenderer): FileChild[] {
  const { sections, chaptersOnNewPage, bibliography: references, declaration } = model;
  const text = sections.flatMap((section, index) => {
    // The first chapter always leaves the contents' page
    const onNewPage = section.level === 1 && (chaptersOnNewPage || index === 0);
    return [
      heading(headingText(section), { level: section.level, index, onNewPage }),
      ...blocks.render(section.blocks),
    ];
  });
  const index = sections.length;
  return [
    ...text,
    ...(references === null ? [] : bibliography(references, index)),
    ...(declaration === null
      ? []
      : declared(declaration, references === null ? index : index + 1, blocks)),
  ];
}

function declared(
  { title, paragraphs }: DeclarationModel,
  index: number,
  blocks: BlockRenderer,
): FileChild[] {
  const text = paragraphs.map((paragraph) => ({
    kind: 'paragraph' as const,
    text: [{ text: paragraph }],
  }));
  return [heading(title, { level: 1, index, onNewPage: true }), ...blocks.render(text)];
}

function documentOf(model: DocumentModel, pages: HeadingPages, estimator?: PageNumberEstimator) {
  const numbering = new ListNumbering();
  const blocks = new BlockRenderer(numbering);
  const summary = model.abstract === null ? [] : abstract(model.abstract, blocks);
  const text = body(model, blocks);
  return new Document({
    title: model.titlePage.title,
    creator: model.titlePage.author ?? APPLICATION,
    lastModifiedBy: APPLICATION,
    styles: stylesIn(model.language),
    numbering: numbering.options,
    // A line that ends at a break is not justified
    compatibility: { doNotExpandShiftReturn: true },
    ...(estimator && { pageNumbers: estimator }),
    sections: [
      { properties: { page }, children: titlePage(model.titlePage) },
      {
        properties: { page, type: SectionType.NEXT_PAGE },
        footers: { default: footer() },
        children: [...summary, ...contents(model, pages), ...text],
      },
    ],
  });
}

/**
 * The pages the headings will be on in Word, by laying the document out as Word does. The contents
 * with unknown numbers takes as much room as with the right ones.
 */
async function headingPages(model: DocumentModel): Promise<HeadingPages> {
  const { estimator, pages } = pageRecorder();
  await Packer.toString(documentOf(model, pages(), estimator));
  return pages();
}

/**
 * The document as Office Open XML. Equal models give equal bytes.
 * @see ECMA-376
 */
export async function renderDocx(model: DocumentModel): Promise<Buffer> {
  const document = documentOf(model, await headingPages(model));
  return settled(await Packer.toBuffer(document), model.date);
}
