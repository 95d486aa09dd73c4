import { Injectable } from '@nestjs/common';
import { type CitedSection, SupportService } from '../../documents';
import type { CheckFinding } from '../dto/checks';
import {
  type CheckedText,
  counted,
  failed,
  type Outcome,
  passed,
  type TextCheck,
  unchecked,
} from '../text-check';

type State = CitedSection['citations'][number]['state'];

const MESSAGES: Partial<Record<State, (key: string) => string>> = {
  unsupported: (key) => `What ${key} is cited for does not stand in its passage.`,
  unchecked: (key) => `Nobody could tell whether ${key} carries this sentence.`,
};

function findingsOf(cited: readonly CitedSection[], wanted: State): CheckFinding[] {
  const messageOf = MESSAGES[wanted] ?? ((key: string) => key);
  return cited.flatMap(({ sectionId, citations }) =>
    citations
      .filter(({ state }) => state === wanted)
      .map(({ key, sentence }) => ({
        kind: wanted,
        sectionId,
        ...sentence,
        message: messageOf(key),
      })),
  );
}

/** Whether the passages carry what is cited of them, as it was graded when it was written. */
@Injectable()
export class SupportCheck implements TextCheck {
  readonly id = 'support';

  constructor(private readonly support: SupportService) {}

  async check({ ownerId, document }: CheckedText): Promise<Outcome> {
    const cited = await this.support.citations(ownerId, document.id);
    const all = cited.flatMap(({ citations }) => citations);
    const unsupported = findingsOf(cited, 'unsupported');
    const open = findingsOf(cited, 'unchecked');
    if (unsupported.length > 0) {
      const found = counted(unsupported.length, 'citation');
      return failed(`${found} of ${String(all.length)} not carried by the source.`, unsupported);
    }
    if (all.length === 0)
      return unchecked('nothing_cited', 'The text cites nothing that could be looked up.');
    if (open.length > 0) {
      const found = counted(open.length, 'citation');
      return unchecked(
        'no_passages',
        `${found} of ${String(all.length)} without a passage to look at.`,
        open,
      );
    }
    const weak = all.filter(({ state }) => state === 'weak').length;
    return passed(
      `${counted(all.length, 'citation')}, each carried by its passage; ${String(weak)} weakly.`,
    );
  }
}
