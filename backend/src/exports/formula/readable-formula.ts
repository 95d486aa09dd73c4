import { createRequire } from 'node:module';
import type * as DocxMath from 'docx/math';
import { typesetFormula } from './typeset-formula';

/** Loaded when the first formula comes, as what typesets it. */
const load = createRequire(__filename);

/** Longer ones are no formulas. */
const MAX_LENGTH = 2000;

/** Whether both renderers can set a formula; otherwise neither does. */
export function isReadableFormula(tex: string, display: boolean): boolean {
  if (tex.length > MAX_LENGTH) return false;
  try {
    typesetFormula(tex, display);
    const { latexToMath } = load('docx/math') as typeof DocxMath;
    return latexToMath(tex).length > 0;
  } catch {
    return false;
  }
}
