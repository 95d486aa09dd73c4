import type { DocumentLanguage } from '../../common';
import { wordsOf } from '../../language';
import { isUnchanged } from './frozen';

const BLOCKS = /\n{2,}/;
/** A block that grew or shrank by more has gained or lost something to say. */
const MOST_CHANGE = 0.25;
const FEW_WORDS = 4;

function ofLikeLength(draft: string, polished: string): boolean {
  const before = wordsOf(draft).length;
  const change = Math.abs(wordsOf(polished).length - before);
  return change <= Math.max(FEW_WORDS, before * MOST_CHANGE);
}

export interface MergedPolish {
  text: string;
  /** Blocks that were taken over, and those whose draft stays. */
  taken: number;
  kept: number;
}

/**
 * The draft with each block (paragraph, list, table) in its polished form where that is proven to
 * have changed nothing but the wording; where it is not, the block's draft stays.
 * @param known folded words that are kept wherever they stand
 */
export function mergePolish(
  draft: string,
  polished: string,
  language: DocumentLanguage,
  known: ReadonlySet<string>,
): MergedPolish {
  const before = draft.split(BLOCKS);
  const after = polished.trim().split(BLOCKS);
  // Blocks that were joined or divided cannot be told apart
  if (before.length !== after.length) return { text: draft, taken: 0, kept: before.length };
  let taken = 0;
  const blocks = before.map((block, index) => {
    const candidate = after[index]?.trim() ?? '';
    if (candidate === block) return block;
    const good = ofLikeLength(block, candidate) && isUnchanged(block, candidate, language, known);
    if (good) taken += 1;
    return good ? candidate : block;
  });
  return { text: blocks.join('\n\n'), taken, kept: before.length - taken };
}
