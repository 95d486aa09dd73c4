import { isAppendix, pagesOf, wordTarget } from '../../documents';
import { Injectable } from '@nestjs/common';
import { withinLimits, type WordLimits } from '../../generation';
import type { CheckFinding } from '../dto/checks';
import { type CheckedText, failed, type Outcome, passed, type TextCheck } from '../text-check';

/** A section or a document may be so much longer or shorter than planned, as a share. */
const TOLERANCE = 0.15;

function kindOf(words: number, planned: number): 'too_long' | 'too_short' | null {
  const tolerance = planned * TOLERANCE;
  if (words - planned > tolerance) return 'too_long';
  return planned - words > tolerance ? 'too_short' : null;
}

const WORDING = { too_long: 'longer', too_short: 'shorter' };

function sectionFindings({ document }: CheckedText): CheckFinding[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  const planned = (document.outline?.sections ?? []).filter(({ targetWords }) => targetWords > 0);
  return planned.flatMap(({ id, targetWords }) => {
    const { content = '', wordCount: words = 0 } = sections.get(id) ?? {};
    const place = { sectionId: id, start: 0, end: content.length };
    if (content === '') return [{ kind: 'empty', ...place, message: 'Nothing is written yet.' }];
    const kind = kindOf(words, targetWords);
    if (kind === null) return [];
    const by = String(Math.abs(words - targetWords));
    const message = `${String(words)} words: ${by} ${WORDING[kind]} than the ${String(targetWords)} planned.`;
    return [{ kind, ...place, message }];
  });
}

/** Without appendices, which no length counts. */
function wordsOf({ outline, sections }: CheckedText['document']): number {
  const apart = outline?.sections.filter(isAppendix) ?? [];
  const ids = new Set(apart.map(({ id }) => id));
  const counted = sections.filter(({ id }) => !ids.has(id));
  return counted.reduce((sum, { wordCount }) => sum + wordCount, 0);
}

/** What the university rules comes without tolerance. */
function ruledFinding(words: number, { min, max }: WordLimits): CheckFinding[] {
  const place = { sectionId: null, start: null, end: null };
  if (min !== null && words < min) {
    const message = `${String(words)} words: ${String(min - words)} fewer than your university asks for at least.`;
    return [{ kind: 'too_short', ...place, message }];
  }
  if (max === null || words <= max) return [];
  const message = `${String(words)} words: ${String(words - max)} more than your university allows.`;
  return [{ kind: 'too_long', ...place, message }];
}

/** Whether the text and each of its sections are as long as they were meant to be. */
@Injectable()
export class LengthCheck implements TextCheck {
  readonly id = 'length';

  check(text: CheckedText): Promise<Outcome> {
    const { document, sources, limits } = text;
    const { targetPages } = document;
    const words = wordsOf(document);
    const pages = Math.round(pagesOf(words, sources.length));
    const findings = sectionFindings(text);
    const kind = kindOf(words, withinLimits(wordTarget(targetPages, sources.length), limits));
    const ruled = ruledFinding(words, limits);
    findings.unshift(...ruled);
    // the pages that were asked for give way to the rules
    if (ruled.length === 0 && kind !== null && pages !== targetPages) {
      const message = `About ${String(pages)} pages, ${WORDING[kind]} than the ${String(targetPages)} asked for.`;
      findings.unshift({ kind, sectionId: null, start: null, end: null, message });
    }
    const summary = `${String(words)} words, about ${String(pages)} of ${String(targetPages)} pages.`;
    return Promise.resolve(findings.length > 0 ? failed(summary, findings) : passed(summary));
  }
}
