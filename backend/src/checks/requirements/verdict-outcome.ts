import type { WishVerdict } from '../../generation';
import type { CheckFinding } from '../dto/checks';
import {
  type CheckedSection,
  counted,
  failed,
  type Outcome,
  passed,
  unchecked,
} from '../text-check';
import type { Place } from '../consistency/rule';

/** Fewer words stand in any text. */
const FEWEST_WORDS = 3;

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** Where a quotation stands literally, whatever white space is between its words. */
function placeOf(quotation: string, sections: readonly CheckedSection[]): Place | undefined {
  const words = quotation.split(/\s+/).filter((word) => word !== '');
  if (words.length < FEWEST_WORDS) return undefined;
  const pattern = new RegExp(words.map((word) => escaped(word)).join(String.raw`\s+`), 'u');
  for (const { id: sectionId, content } of sections) {
    const found = pattern.exec(content);
    if (found !== null) {
      return { sectionId, start: found.index, end: found.index + found[0].length };
    }
  }
  return undefined;
}

const NOWHERE = { sectionId: null, start: null, end: null };

const finding = (kind: string, message: string, place: Place | typeof NOWHERE): CheckFinding => {
  return { kind, ...place, message };
};

function judged(
  { wish, verdict, quotation }: WishVerdict,
  whole: boolean,
  sections: readonly CheckedSection[],
): CheckFinding {
  const place = placeOf(quotation, sections);
  if (verdict === 'met' && place !== undefined) return finding('met', wish, place);
  // what a model was not shown may yet be there
  if (verdict === 'not_met' && whole) return finding('not_met', wish, NOWHERE);
  return finding('unclear', wish, NOWHERE);
}

/**
 * What a model's verdicts come to. That a wish is met counts only with words that literally stand
 * in the text: a model can be talked into anything else.
 */
export function verdictOutcome(
  verdicts: readonly WishVerdict[],
  whole: boolean,
  sections: readonly CheckedSection[],
): Outcome {
  const findings = verdicts.map((verdict) => judged(verdict, whole, sections));
  const of = (wanted: string) => findings.filter(({ kind }) => kind === wanted);
  const all = counted(findings.length, 'wish', 'wishes');
  if (of('not_met').length > 0) {
    return failed(`${String(of('not_met').length)} of ${all} not met, a language model says.`, [
      ...of('not_met'),
      ...of('unclear'),
    ]);
  }
  if (of('unclear').length > 0) {
    const summary = `${String(of('unclear').length)} of ${all} could not be judged.`;
    return unchecked('undecided', summary, of('unclear'));
  }
  return passed(`${all} met, each with a place in the text.`);
}
