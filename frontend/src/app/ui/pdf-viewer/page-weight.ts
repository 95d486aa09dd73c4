/** The plans of a city weigh some hundred thousand; each piece passes through the window's thread. */
const MOST_WEIGHT = 1_000_000;

/** What a page draws, one operator after the other, as pdf.js passes it on. */
export interface OperatorList {
  argsArray: readonly unknown[];
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/**
 * What it takes to pass operators on to whoever draws them: each of them, and each letter that it
 * shows. Numbers of curves are passed on as one block and weigh nothing.
 * @param from the first operator to weigh
 */
export function weightOf({ argsArray }: OperatorList, from: number): number {
  let weight = 0;
  for (let at = from; at < argsArray.length; at++) {
    const args = argsArray[at];
    weight += 1 + (Array.isArray(args) ? lengthOf(args[0]) : 0);
  }
  return weight;
}

/** Weighs the operators of a page while they come. */
export class Scales {
  private come: OperatorList = { argsArray: [] };
  private weighed = 0;
  private weight = 0;

  show(operators: OperatorList): true {
    this.come = operators;
    return true;
  }

  areOverloaded(): boolean {
    this.weight += weightOf(this.come, this.weighed);
    this.weighed = this.come.argsArray.length;
    return this.weight > MOST_WEIGHT;
  }
}
