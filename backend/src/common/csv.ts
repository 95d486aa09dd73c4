/** What a spreadsheet would run as a formula when it opens the file (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r\n|%＝＋－＠]/;

const NEEDS_QUOTES = /[",;\r\n]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export type CsvRow = readonly (string | number)[];

/** RFC 4180, in which no text is a formula. */
export const toCsv = (rows: readonly CsvRow[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
