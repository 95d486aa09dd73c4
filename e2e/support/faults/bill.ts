import type { ModelCall } from './writing-model.child';

/** What the calls for one document came to. */
export interface Bill {
  calls: number;
  /** Calls that were open when a process was killed; nobody can know their answers. */
  cutOff: number;
  /** Calls for what had been called for before. */
  repeated: number;
  /** Tokens of the answers that the document is made of, each once. */
  needed: number;
  /** Tokens of every answer that was sent. */
  billed: number;
}

/** Every section is polished and judged once; these calls do not say for which. */
const FOR_EACH_SECTION = ['polish', 'support'];

const nameOf = ({ kind, section, isRepair }: ModelCall) => `${kind} ${section} ${String(isRepair)}`;

const tokensOf = (calls: readonly ModelCall[]) =>
  calls.reduce((sum, { billed }) => sum + billed, 0);

/** @param calls for a single document of so many `sections` */
export function billOf(calls: readonly ModelCall[], sections: number): Bill {
  const groups = Map.groupBy(calls, nameOf);
  const wanted = ([call]: readonly ModelCall[]) =>
    FOR_EACH_SECTION.includes(call?.kind ?? '') ? sections : 1;
  const over = [...groups.values()].map((group) => Math.max(0, group.length - wanted(group)));
  const needed = [...groups.values()].flatMap((group) =>
    group.filter(({ state }) => state === 'answered').slice(-wanted(group)),
  );
  return {
    calls: calls.length,
    cutOff: calls.filter(({ state }) => state !== 'answered').length,
    repeated: over.reduce((sum, one) => sum + one, 0),
    needed: tokensOf(needed),
    billed: tokensOf(calls),
  };
}
