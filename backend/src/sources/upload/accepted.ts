import { ProblemException, type ProblemReason } from '../../common';

export const ACCEPTED =
  'Add a PDF or a Word file (DOCX) with text, or references as BibTeX, RIS or CSL-JSON.';

export function unsupported(
  reason: ProblemReason,
  what: string,
  accepted = ACCEPTED,
): ProblemException {
  return new ProblemException('UNSUPPORTED_FILE', `${what} ${accepted}`, { reason });
}
