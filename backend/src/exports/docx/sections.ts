import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  NumberFormat,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Layout } from '../typography/layout';
import { type DocumentModel, frontAndRest } from '../model/document-model';
import { titlePage } from './front-matter';
import type { PartRenderer } from './parts';
import { halfPoints, twips } from './units';

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** How far from the edge of the page Word sets headers and footers. */
const USUAL_DISTANCE = 35.4;
const LINE = 1.2;

/** Less where a narrow margin leaves less, since Word would move the text for them. */
export function numberDistance({ page, pageNumbers: { edge, size } }: Layout): number {
  const room = page[edge] - size * LINE;
  return room >= USUAL_DISTANCE ? USUAL_DISTANCE : Math.max(0, room / 2);
}

function pageOptions(layout: Layout): NonNullable<ISectionPropertiesOptions['page']> {
  const { width, height, top, right, bottom, left } = layout.page;
  const distance = twips(numberDistance(layout));
  return {
    size: { width: twips(width), height: twips(height) },
    margin: {
      ...{ top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
      ...{ header: distance, footer: distance },
    },
  };
}

/** The number of the page, at the edge where it is ruled to stand. */
function numbered({ pageNumbers: { edge, alignment, size } }: Layout) {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(size) });
  const children = [new Paragraph({ alignment: ALIGNMENTS[alignment], children: [number] })];
  return edge === 'top'
    ? { headers: { default: new Header({ children }) } }
    : { footers: { default: new Footer({ children }) } };
}

const ROMAN = { formatType: NumberFormat.LOWER_ROMAN };

/**
 * The sections of the file: the title page; the parts before the body, where their pages are
 * numbered otherwise; and the rest.
 */
export function sectionsOf(model: DocumentModel, parts: PartRenderer): ISectionOptions[] {
  const { layout } = model;
  const { from, roman } = layout.pageNumbers;
  const page = pageOptions(layout);
  const section = (
    numbers: NonNullable<ISectionPropertiesOptions['page']>['pageNumbers'],
    shown: boolean,
  ) => ({
    properties: {
      page: { ...page, ...(numbers && { pageNumbers: numbers }) },
      type: SectionType.NEXT_PAGE,
    },
    ...(shown && numbered(layout)),
  });
  const { front, rest } = frontAndRest(model);
  const apart = (roman || from === 'body') && front.length > 0;
  const before = roman ? ROMAN : undefined;
  return [
    { ...section(before, from === 'title_page'), children: titlePage(model.titlePage, layout) },
    ...(apart ? [{ ...section(before, from !== 'body'), children: parts.render(front) }] : []),
    {
      ...section(roman ? { start: 1, formatType: NumberFormat.DECIMAL } : undefined, true),
      children: parts.render(apart ? rest : [...front, ...rest]),
    },
  ];
}
