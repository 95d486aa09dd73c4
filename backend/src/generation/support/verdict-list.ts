import type { Continuation } from '../models/continuation';
import { supportMessages, type SupportTask, SupportVerdict } from '../tasks/support-task';

const LIST_BEGINS = /^[^{]*\{\s*"verdicts"\s*:\s*\[/u;
const NEXT_VERDICT = /\s*(\{[^{}]*\})\s*(?:,|\]|$)/uy;

function verdictIn(json: string): SupportVerdict | undefined {
  try {
    return SupportVerdict.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** The whole verdicts with which an answer begins, up to what is none; it may break off anywhere. */
function wholeVerdicts(answer: string): SupportVerdict[] {
  const verdicts: SupportVerdict[] = [];
  NEXT_VERDICT.lastIndex = LIST_BEGINS.exec(answer)?.[0].length ?? answer.length;
  for (;;) {
    const [, json = ''] = NEXT_VERDICT.exec(answer) ?? [];
    const verdict = verdictIn(json);
    if (verdict === undefined) return verdicts;
    verdicts.push(verdict);
  }
}

const listOf = (verdicts: readonly SupportVerdict[]): string => JSON.stringify({ verdicts });

/** Who has judged some of the sentences is asked for the others alone. */
export function verdictList(task: SupportTask): Continuation {
  const asked = new Set(task.sentences.map(({ number }) => number));
  const judged = (answer: string): SupportVerdict[] =>
    wholeVerdicts(answer).filter(({ number }) => asked.has(number));
  const numbersIn = (answer: string) => new Set(judged(answer).map(({ number }) => number));
  const without = (answer: string, known: ReadonlySet<number>) =>
    judged(answer).filter(({ number }) => !known.has(number));
  return {
    usable: (begun) => {
      const verdicts = judged(begun);
      const { number: last = -1 } = verdicts.at(-1) ?? {};
      // Where all are judged the last is asked for again: there has to be something to ask for
      const isWhole = numbersIn(begun).size === asked.size;
      const kept = isWhole ? without(begun, new Set([last])) : verdicts;
      return kept.length > 0 ? listOf(kept) : '';
    },
    messages: (_, before) => {
      const known = numbersIn(before);
      const sentences = task.sentences.filter(({ number }) => !known.has(number));
      return supportMessages({ ...task, sentences });
    },
    joined: (before, after) => listOf([...judged(before), ...without(after, numbersIn(before))]),
  };
}
