import { plainProse } from '../../../../../../backend/src/citations/text/plain-prose';

/** A sentence of the text without its citations, and without the gaps that these leave. */
export const plainSentence = (markdown: string): string =>
  plainProse(markdown).replace(/\s+(?=[.,;:!?…])/gu, '');
