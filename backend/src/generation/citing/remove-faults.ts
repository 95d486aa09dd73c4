import { sentenceSpans, type Span } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { Citable, CitationFault } from './citable';
import { citationFaults } from './citation-faults';

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const EMPTY_CODE = /^(`{3,}|~{3,})[^\n]*\n\s*\1[ \t]*$/gm;
/** A head and its rule without any row. */
const EMPTY_TABLE =
  /^[ \t]*\|[^\n]*\n+[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?![^]*?^[ \t]*\|)(?=\n|$)/gm;

/** White space, list marks, tables and code left without their text go too. */
function tidy(markdown: string): string {
  return markdown
    .replace(EMPTY_CODE, '')
    .replace(EMPTY_TABLE, '')
    .replace(/^[ \t]*(?:[-*+]|\d+[.)]|>)[ \t]*$/gm, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/^[ \t]+(?=\S)|[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function without(markdown: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), markdown);
}

/** The sentences that hold a fault; the fault itself where no sentence does. */
function faultySpans(
  markdown: string,
  faults: readonly CitationFault[],
  language: DocumentLanguage,
) {
  const sentences = sentenceSpans(markdown, language);
  const faulty = sentences.filter((span) => faults.some((fault) => touches(span, fault)));
  return faulty.length > 0 ? faulty : faults.slice(0, 1);
}

/**
 * The text without the sentences whose citations do not hold. Nothing is put in their place: what
 * cannot be proven is not said.
 * @param further faults of a text whose citations hold, if these are to go too
 */
export function removeFaults(
  markdown: string,
  citable: Citable,
  language: DocumentLanguage,
  further: (text: string) => readonly CitationFault[] = () => [],
): string {
  return withoutFaulty(markdown, language, (text) => {
    const unresolved = citationFaults(text, citable);
    return unresolved.length > 0 ? unresolved : further(text);
  });
}

/** The same for faults of any kind, which are looked for after each round. */
export function withoutFaulty(
  markdown: string,
  language: DocumentLanguage,
  faultsOf: (text: string) => readonly CitationFault[],
): string {
  let text = markdown;
  for (;;) {
    const faults = faultsOf(text);
    if (faults.length === 0) return tidy(text);
    // Each round takes something away, so that this ends
    text = without(text, faultySpans(text, faults, language));
  }
}
