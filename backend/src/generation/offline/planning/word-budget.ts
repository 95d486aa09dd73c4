const INTRODUCTION = 0.09;
const CONCLUSION = 0.08;
const SHORTEST_FRAME = 120;
const LONGEST_FRAME = 1200;
const LONGEST_SECTION = 20_000;

const frame = (total: number, share: number): number =>
  Math.round(Math.min(LONGEST_FRAME, Math.max(SHORTEST_FRAME, total * share)) / 10) * 10;

export interface WordBudget {
  introduction: number;
  conclusion: number;
  /** In the order of the weights. */
  body: number[];
}

/**
 * Divides `total` words: the frame takes its share, the rest goes by weight. Sums to `total`, unless a section
 * would be longer than any may be. */
export function divideWords(total: number, weights: readonly number[]): WordBudget {
  const introduction = Math.min(frame(total, INTRODUCTION), Math.floor(total / 3));
  const conclusion = Math.min(frame(total, CONCLUSION), Math.floor(total / 3));
  const rest = total - introduction - conclusion;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const part = (weight: number) => (sum > 0 ? weight / sum : 1 / weights.length);
  const body = weights.map((weight) => Math.floor((rest * part(weight)) / 10) * 10);
  const given = body.reduce((all, words) => all + words, 0);
  const largest = body.indexOf(Math.max(...body));
  return {
    introduction,
    conclusion,
    body: body
      .map((words, index) => (index === largest ? words + rest - given : words))
      .map((words) => Math.min(words, LONGEST_SECTION)),
  };
}
