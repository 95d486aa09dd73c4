import { Injectable } from '@nestjs/common';
import { paced } from '../../common';
import type { CheckFinding } from '../dto/checks';
import {
  type CheckedText,
  counted,
  failed,
  type Outcome,
  passed,
  type TextCheck,
} from '../text-check';
import { AcronymsRule } from './acronyms.rule';
import { CapitalsRule } from './capitals.rule';
import { DecimalsRule } from './decimals.rule';
import { QuotationMarksRule } from './quotation-marks.rule';
import type { ConsistencyRule, RuleContext } from './rule';
import { SpellingRule } from './spelling.rule';

const rulesFor = (context: RuleContext): ConsistencyRule[] => [
  new SpellingRule(context),
  new CapitalsRule(context),
  new DecimalsRule(context),
  new QuotationMarksRule(),
  new AcronymsRule(),
];

/** In the order of the text. */
function inReadingOrder(findings: CheckFinding[], { sections }: CheckedText): CheckFinding[] {
  const order = new Map(sections.map(({ id }, place) => [id, place]));
  const placeOf = ({ sectionId }: CheckFinding) => order.get(sectionId ?? '') ?? 0;
  return findings.sort(
    (one, other) => placeOf(one) - placeOf(other) || (one.start ?? 0) - (other.start ?? 0),
  );
}

/** Whether the text writes the same thing in the same way everywhere. */
@Injectable()
export class ConsistencyCheck implements TextCheck {
  readonly id = 'consistency';

  async check(text: CheckedText): Promise<Outcome> {
    const { document, sections, sources } = text;
    const rules = rulesFor({ language: document.language, sources });
    const turns = sections.flatMap((section) => rules.map((rule) => ({ rule, section })));
    await paced(turns, ({ rule, section }) => {
      rule.take(section);
    });
    const findings = inReadingOrder(
      rules.flatMap((rule) => rule.findings()),
      text,
    );
    if (findings.length === 0) return passed('Words, numbers and marks are written one way.');
    return failed(
      `${counted(findings.length, 'place')} where the same is written in another way.`,
      findings,
    );
  }
}
