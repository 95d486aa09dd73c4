export type CsvValue = string | number | null;

/** What a spreadsheet would run as a formula when it opens the file (OWASP: CSV injection). */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/;

const NEEDS_QUOTES = /[",;\r\n]/;

/** Spreadsheets take a file for UTF-8 only when it says so. */
const BYTE_ORDER_MARK = '\uFEFF';

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** RFC 4180, in which no text is a formula. */
export const csvOf = (rows: readonly (readonly CsvValue[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
