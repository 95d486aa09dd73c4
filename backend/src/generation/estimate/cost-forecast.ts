import type { Configuration } from '../../config';
import type { GenerationEstimate } from '../dto/estimate';
import type { Forecast } from './token-forecast';

const MILLION = 1_000_000;

type Llm = Pick<Configuration['llm'], 'prices' | 'currency' | 'embeddingModel'>;

/** Minor units in one of the currency. */
export function minorUnits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}

/**
 * What the tokens of a forecast cost: at least with the model that is asked first, at most with the
 * dearest of those that may take over. Null where the price of one of them is not known, since any
 * figure would be a guess.
 *
 * @param models ids in the order in which they are asked, the offline writer left out
 * @param embedded tokens of passages for the embedding model; free where its price is not known
 */
export function costOf(
  { least, most, written }: Forecast,
  models: readonly string[],
  embedded: number,
  { prices, currency, embeddingModel }: Llm,
): GenerationEstimate['cost'] {
  const known = models.flatMap((model) => prices.get(model) ?? []);
  const [first] = known;
  if (first === undefined || known.length < models.length) return null;
  const vectors = (prices.get(embeddingModel ?? '')?.input ?? 0) * embedded;
  const minor = (millionths: number) => Math.ceil((millionths / MILLION) * minorUnits(currency));
  const dearest = known.map(
    ({ input, output }) => (most - written.most) * input + written.most * output,
  );
  return {
    least: minor((least - written.least) * first.input + written.least * first.output),
    most: minor(Math.max(...dearest) + vectors),
    currency,
  };
}
