import {
  type CitationFinding,
  checkCitations,
  parseCitations,
  toCitableSource,
} from '../citations';
import { type DocumentLanguage, ProblemException } from '../common';
import type { SourceRecord } from '../sources';

/** Keeps the comparison of an edit with what was there within bounds. */
const MOST_CITATIONS = 1000;

/**
 * Refuses a text that cites what the document does not have.
 * @throws ProblemException INVALID_CITATION listing each, with a pointer to the content
 */
export function assertCitationsResolve(
  content: string,
  sources: readonly SourceRecord[],
  language: DocumentLanguage,
): void {
  if (parseCitations(content).clusters.length > MOST_CITATIONS) {
    const message = `A section can have ${String(MOST_CITATIONS)} citations. Divide it into several.`;
    throw new ProblemException('INVALID_CITATION', message, {
      errors: [{ pointer: '/content', message }],
    });
  }
  const citable = sources.map(toCitableSource);
  const findings: CitationFinding[] = checkCitations(content, citable, language);
  if (findings.length === 0) return;
  const detail = 'Each citation has to point to a source of this document. Mend or remove these.';
  throw new ProblemException('INVALID_CITATION', detail, {
    errors: findings.map(({ text, message }) => ({
      pointer: '/content',
      message: `${text}: ${message}`,
    })),
  });
}
