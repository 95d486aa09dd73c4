import { minorUnits } from '../estimate/cost-forecast';
import type { CostGroup, CostSums, Money } from './cost-report';

const MILLION = 1_000_000;

/** What was used of models of one currency in a group. */
export interface UsageRow {
  key: string | null;
  label: string | null;
  /** Null: no price was known. */
  currency: string | null;
  calls: number;
  tokensIn: number;
  tokensOut: number;
  /** Millionths of the currency's main unit. */
  cost: number;
}

/**
 * Makes minor units of millionths, one sum after the other. A sum is rounded with all that came
 * before it, so that what comes out adds up to the rounded whole, however small its parts.
 */
class RunningRounding {
  private readonly sums = new Map<string, { exact: number; rounded: number }>();

  next({ currency, cost }: { currency: string; cost: number }): Money {
    const { exact, rounded } = this.sums.get(currency) ?? { exact: 0, rounded: 0 };
    const sum = exact + cost;
    const whole = Math.round((sum / MILLION) * minorUnits(currency));
    this.sums.set(currency, { exact: sum, rounded: whole });
    return { amount: whole - rounded, currency };
  }
}

const tokensOf = ({ tokensIn, tokensOut }: Pick<UsageRow, 'tokensIn' | 'tokensOut'>) =>
  tokensIn + tokensOut;

const NOTHING: CostSums = { calls: 0, tokensIn: 0, tokensOut: 0, unpricedTokens: 0, cost: [] };

function added(costs: readonly Money[], more: readonly Money[]): Money[] {
  const sums = new Map(costs.map(({ currency, amount }) => [currency, amount]));
  for (const { currency, amount } of more) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

const plus = (one: CostSums, other: CostSums): CostSums => ({
  calls: one.calls + other.calls,
  tokensIn: one.tokensIn + other.tokensIn,
  tokensOut: one.tokensOut + other.tokensOut,
  unpricedTokens: one.unpricedTokens + other.unpricedTokens,
  cost: added(one.cost, other.cost),
});

/** One group a key, in the order in which the keys come first. */
export function groupsOf(rows: readonly UsageRow[]): CostGroup[] {
  const rounding = new RunningRounding();
  const groups = new Map<string | null, CostGroup>();
  for (const { key, label, currency, cost, ...row } of rows) {
    const sums: CostSums = {
      ...row,
      unpricedTokens: currency === null ? tokensOf(row) : 0,
      cost: currency === null ? [] : [rounding.next({ currency, cost })],
    };
    groups.set(key, { key, label, ...plus(groups.get(key) ?? NOTHING, sums) });
  }
  return [...groups.values()];
}

export const totalsOf = (groups: readonly CostGroup[]): CostSums =>
  groups.reduce<CostSums>((sum, { key: _, label: __, ...sums }) => plus(sum, sums), NOTHING);
