import type { CsvRow } from '../../common';
import type { CostGroup } from '../../generation';

export const COST_HEADER: CsvRow = [
  ...['key', 'label', 'calls', 'tokens_in', 'tokens_out', 'unpriced_tokens'],
  ...['cost_minor_units', 'currency'],
];

/** A line a group, and one more for each further currency, with its money alone. */
export function costRows(groups: readonly CostGroup[]): CsvRow[] {
  return groups.flatMap(({ key, label, cost, ...sums }): CsvRow[] => {
    const { calls, tokensIn, tokensOut, unpricedTokens } = sums;
    const [first, ...others] = cost;
    const name = [key ?? '', label ?? ''];
    return [
      [
        ...[...name, calls, tokensIn, tokensOut, unpricedTokens],
        ...[first?.amount ?? '', first?.currency ?? ''],
      ],
      ...others.map(({ amount, currency }) => [...name, '', '', '', '', amount, currency]),
    ];
  });
}
