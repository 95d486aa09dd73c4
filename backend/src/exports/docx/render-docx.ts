import { Document, Packer, type PageNumberEstimator } from 'docx';
import type { DocumentModel } from '../model/document-model';
import { BlockRenderer } from './blocks';
import { withContentsEntries } from './contents-entries';
import type { HeadingPages } from './headings';
import { ListNumbering } from './lists';
import { pageRecorder } from './page-numbers';
import { installLeanerWriting } from './leaner-writing';
import { countPages } from './pages/count-pages';
import { PartRenderer } from './parts';
import { sectionsOf } from './sections';
import { settled } from './settled';
import { withoutLastWorks, withStandIns } from './stand-ins';
import { stylesIn } from './styles';
import { writtenParts } from './written-parts';

const APPLICATION = 'TesiGo';

function documentOf(model: DocumentModel, pages: HeadingPages, estimator?: PageNumberEstimator) {
  const numbering = new ListNumbering();
  const blocks = new BlockRenderer(numbering, model.layout);
  const sections = sectionsOf(model, new PartRenderer(model, blocks, pages));
  return new Document({
    title: model.titlePage.title,
    creator: model.titlePage.author ?? APPLICATION,
    lastModifiedBy: APPLICATION,
    styles: stylesIn(model.language, model.layout),
    numbering: numbering.options,
    // A line that ends at a break is not justified
    compatibility: { doNotExpandShiftReturn: true },
    ...(estimator && { pageNumbers: estimator }),
    sections,
  });
}

/**
 * The pages the headings will be on in Word, by laying the document out as Word does. The contents
 * with unknown numbers takes as much room as with the right ones.
 */
export async function headingPages(model: DocumentModel): Promise<HeadingPages> {
  const { estimator, pages } = pageRecorder();
  await Packer.toString(documentOf(model, pages(), estimator));
  return pages();
}

/**
 * The document as Office Open XML. Equal models give equal bytes.
 * @see ECMA-376
 */
export async function renderDocx(model: DocumentModel): Promise<Buffer> {
  installLeanerWriting();
  const pages = countPages(withoutLastWorks(model)) ?? (await headingPages(withStandIns(model)));
  const parts = writtenParts(documentOf(model, pages));
  return settled(parts, model.date, (xml) => withContentsEntries(xml, model));
}
