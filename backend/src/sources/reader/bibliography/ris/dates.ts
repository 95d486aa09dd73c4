import { parse } from '@citation-js/date';

/** Year, month and day, as far as they are given. */
type Parts = number[];

/** The year, month and day between slashes or dashes; what may follow is a season or a remark. */
const NUMBERS = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?![\d-])/;
const MONTH_AND_DAY = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3,})\.?(?:\s+(\d{1,2}))?$/u;

function partsOf(value: string): Parts {
  const numbers = NUMBERS.exec(value)?.slice(1) ?? [];
  if (numbers.length > 0) {
    const parts = numbers.map((part) => Number(part ?? 0));
    const known = parts.findIndex((part) => part === 0);
    return known === -1 ? parts : parts.slice(0, known);
  }
  // the library takes `12 May` for a day of the year 12
  if (!/\d{4}/.test(value)) return [];
  return parse(value)['date-parts']?.[0]?.map(Number) ?? [];
}

/** Month and day of a value without a year, such as `12 May`, by the year that is known. */
function inYear(value: string, year: number): Parts {
  const [, dayBefore, month, dayAfter] = MONTH_AND_DAY.exec(value) ?? [];
  if (month === undefined) return [];
  const date = [dayBefore ?? dayAfter, month, String(year)].filter(Boolean).join(' ');
  return partsOf(date);
}

interface RawDate {
  'date-parts'?: number[][];
  literal?: string;
}

/**
 * The date that several tags state: the year of the first that has one, and month and day where
 * another one of that year has more.
 */
export function dateOf(values: readonly string[]): RawDate | undefined {
  const dates = values.map(partsOf);
  const year = dates.find(([first]) => first !== undefined && first > 0)?.[0];
  if (year === undefined) {
    // rather `in press` as the year than a remark on the day
    const literal = values.findLast((value) => !/^0*$/.test(value));
    return literal === undefined ? undefined : { literal };
  }
  const all = [...dates.filter(([first]) => first === year), ...values.map((v) => inYear(v, year))];
  const [longest = [year]] = all.toSorted((one, other) => other.length - one.length);
  return { 'date-parts': [longest] };
}
