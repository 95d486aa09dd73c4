import { latexToMath } from 'docx/math';
import { typesetFormula } from './typeset-formula';

/** Longer ones are no formulas. */
const MAX_LENGTH = 2000;

/** Whether both renderers can set a formula; otherwise neither does. */
export function isReadableFormula(tex: string, display: boolean): boolean {
  if (tex.length > MAX_LENGTH) return false;
  try {
    typesetFormula(tex, display);
    return latexToMath(tex).length > 0;
  } catch {
    return false;
  }
}
