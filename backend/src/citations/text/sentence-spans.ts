import type { DocumentLanguage } from '../../common';
import { splitSentences } from '../../language';
import { linesOf, maskCitations, type Span } from './masked-text';

/** A table row or a heading stands or falls as a whole. */
const INDIVISIBLE = /^\s*(?:\||#{1,6}\s)/;

/**
 * A citation behind the full stop belongs to the sentence before it, and one before a full stop
 * ends its sentence, even if the next begins in lower case: `One. [xxx] Two [xxx]. van Dijk says`.
 */
const ENDS_CITED = /[.!?…]["”»“]?\s*(?:\[x{2,}\]\s*)+(?=[\p{Lu}“«„"])|\[x{2,}\][.!?…]["”»“]?\s+/gu;
/** A name with a particle begins a sentence in lower case: `… said. van Dijk says`. */
const BEFORE_PARTICLE =
  /(?<=\p{L}{5}|[”»“"])[.!?…]["”»“]?\s+(?=(?:van|von|der|den|de|del|della|di|da|la|le|du|ter|ten)\s+\p{Lu})/gu;

/** The sentence, parted where the next one was taken for its end. */
function parted(masked: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  const text = masked.slice(start, end);
  const joints = [...text.matchAll(ENDS_CITED), ...text.matchAll(BEFORE_PARTICLE)];
  for (const { index, 0: joint } of joints.sort((a, b) => a.index - b.index)) {
    if (start + index < from) continue;
    const next = start + index + joint.length;
    spans.push({ start: from, end: start + index + joint.trimEnd().length });
    from = next;
  }
  return from < end ? [...spans, { start: from, end }] : spans;
}

/** The places of the sentences of a Markdown text. */
export function sentenceSpans(markdown: string, language: DocumentLanguage): Span[] {
  const masked = maskCitations(markdown);
  return linesOf(masked).flatMap(({ start, end }) => {
    const line = masked.slice(start, end);
    if (INDIVISIBLE.test(line)) return [{ start, end }];
    let from = start;
    return splitSentences(line, language).flatMap((sentence) => {
      const at = masked.indexOf(sentence, from);
      from = at + sentence.length;
      return parted(masked, { start: at, end: from });
    });
  });
}
