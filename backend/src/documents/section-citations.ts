import { type CitationFinding, checkCitations, toCitableSource } from '../citations';
import { ProblemException } from '../common';
import type { SourceRecord } from '../sources';

/**
 * Refuses a text that cites what the document does not have.
 * @throws ProblemException INVALID_CITATION listing each, with a pointer to the content
 */
export function assertCitationsResolve(content: string, sources: readonly SourceRecord[]): void {
  const findings: CitationFinding[] = checkCitations(content, sources.map(toCitableSource));
  if (findings.length === 0) return;
  const detail = 'Each citation has to point to a source of this document. Mend or remove these.';
  throw new ProblemException('INVALID_CITATION', detail, {
    errors: findings.map(({ text, message }) => ({
      pointer: '/content',
      message: `${text}: ${message}`,
    })),
  });
}
