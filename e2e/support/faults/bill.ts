import type { ModelCall } from './writing-model.child';

/** What the calls for one document came to. */
export interface Bill {
  calls: number;
  /** Calls that were open when a process was killed; nobody can know their answers. */
  cutOff: number;
  /** Calls for what had been called for before, from its beginning or from the same place. */
  repeated: number;
  /** Calls for the rest of an answer that broke off. */
  rests: number;
  /** Tokens of the answers that the document is made of, each once. */
  needed: number;
  /** Tokens of every answer that was sent. */
  billed: number;
}

const nameOf = ({ kind, section, isRepair, isRest }: ModelCall) =>
  `${kind} ${section} ${String(isRepair)} ${String(isRest)}`;

const tokensOf = (calls: readonly ModelCall[]) =>
  calls.reduce((sum, { billed }) => sum + billed, 0);

/** @param calls for a single document */
export function billOf(calls: readonly ModelCall[]): Bill {
  const groups = [...Map.groupBy(calls, nameOf).values()];
  const needed = groups.flatMap((group) =>
    group.filter(({ state }) => state === 'answered').slice(-1),
  );
  return {
    calls: calls.length,
    cutOff: calls.filter(({ state }) => state !== 'answered').length,
    repeated: calls.length - groups.length,
    rests: calls.filter(({ isRest }) => isRest).length,
    needed: tokensOf(needed),
    billed: tokensOf(calls),
  };
}
