import { Bookmark, Math, Paragraph, Tab, TextRun } from 'docx';
import { latexToMath } from 'docx/math';
import type { Layout } from '../typography/layout';
import type { EquationNumber, FormulaBlock } from '../model/document-model';
import { TYPE } from '../typography/typography';
import { field, referenceBookmark } from './fields';
import { twips } from './units';

/** What Word counts formulas by; nobody reads it. */
const SEQUENCE = 'Equation';

/** Word's own formula, which it shows and edits as those typed into it. */
export const formula = (tex: string) => new Math({ children: latexToMath(tex) });

function numbered({ id, chapter, ordinal }: EquationNumber) {
  const within = chapter === '' ? '' : ' \\s 1';
  const count = field(`SEQ ${SEQUENCE} \\* ARABIC${within}`, String(ordinal));
  return new Bookmark({
    id: referenceBookmark(id),
    children: [new TextRun(`(${chapter}`), count, new TextRun(')')],
  });
}

/** A formula in the middle of a line of its own, and its number at the edge of the text. */
export function formulaOf({ tex, number }: FormulaBlock, { textWidth }: Layout): Paragraph {
  const tab = () => new TextRun({ children: [new Tab()] });
  return new Paragraph({
    tabStops: [
      { type: 'center', position: twips(textWidth / 2) },
      { type: 'right', position: twips(textWidth) },
    ],
    spacing: { before: twips(TYPE.blockGap), after: twips(TYPE.blockGap) },
    children: [tab(), formula(tex), ...(number === null ? [] : [tab(), numbered(number)])],
  });
}
