import {
  type CitationFinding,
  checkCitations,
  parseCitations,
  toCitableSource,
} from '../citations';
import { ProblemException } from '../common';
import type { SourceRecord } from '../sources';
import type { CitationEvidence } from './section-text';

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

const identity = ({ sourceId, locator }: Pick<CitationEvidence, 'sourceId' | 'locator'>) =>
  `${sourceId} ${locator ?? ''}`;

/**
 * The evidence of an edited text: a citation that stood there before keeps what it rested on, a
 * new one rests on the source as a whole.
 */
export function evidenceOfEdit(
  content: string,
  sources: readonly SourceRecord[],
  before: readonly CitationEvidence[],
): CitationEvidence[] {
  const idOf = new Map(sources.map(({ key, id }) => [key, id]));
  const known = new Map(before.map((evidence) => [identity(evidence), evidence]));
  return parseCitations(content).clusters.flatMap(({ items }) =>
    items.flatMap(({ key, locator }) => {
      const sourceId = idOf.get(key);
      if (sourceId === undefined) return [];
      const cited = { sourceId, locator: locator?.value ?? null };
      return [known.get(identity(cited)) ?? { ...cited, passageId: null, quotation: null }];
    }),
  );
}
