import { plainText } from '../../../citations';
import { CODE_FONT, familyOf } from '../../pdf/fonts';
import type { DocumentModel } from '../../model/document-model';
import { notesOf } from '../../model/model-text';
import { squeezed, tally } from '../facts';
import type { Line } from './lines';

const placeOf = ({ page, text }: Line) => `page ${String(page)}: “${text.slice(0, 40)}”`;
const rounded = (size: number) => Math.round(size * 100) / 100;

/** The families of the fonts, but for that of code, which every document has. */
export function fontsIn(lines: readonly Line[], { layout }: DocumentModel) {
  const code = familyOf(layout.font) === CODE_FONT ? '' : CODE_FONT;
  return tally(
    lines.flatMap((line) =>
      line.items
        .map(({ font }) => font.replace(/-.*$/, ''))
        .filter((family) => family !== code)
        .map((value) => ({ value, where: placeOf(line) })),
    ),
  );
}

/** Shorter texts stand in other places as well. */
const LEAST = 12;

/** Sizes of the lines that are of the footnotes. */
export function noteSizes(lines: readonly Line[], model: DocumentModel) {
  const notes = squeezed(
    notesOf(model)
      .map(({ number, text }) => `${String(number)}${plainText(text)}`)
      .join(''),
  );
  return tally(
    lines
      .filter((line) => line.squeezed.length >= LEAST && notes.includes(line.squeezed))
      .map((line) => ({ value: rounded(line.size), where: placeOf(line) })),
  );
}

/** Sizes of the lines that are whole rows of tables. */
export function tableSizes(lines: readonly Line[], model: DocumentModel) {
  const rows = new Set(
    model.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.map((row) => squeezed(row.map((cell) => plainText(cell)).join('')))
          : [],
      ),
    ),
  );
  return tally(
    lines
      .filter((line) => line.items.length > 1 && rows.has(line.squeezed))
      .map((line) => ({ value: rounded(line.size), where: placeOf(line) })),
  );
}
