/** What Pandoc reads as markup inside a line, with all the extensions that it has on by default. */
const SIGNS = /[\\`*_{}[\]<>$^~|@#"'+]|&(?=#?\w+;)|\.(?=\.\.)|-(?=-)/g;

/** What at the start of a line would begin a list, a definition, a heading, a rule or a `:::`. */
const LINE_START = /^(\s*)(?:([-+:=%])|((?:\(?(?:\d+|[a-z]|[ivxlcdm]+))(?=[.)](?:\s|$)))([.)]))/i;

/** Text that Pandoc reads as exactly these characters, wherever in a line it stands. */
export function escaped(text: string): string {
  return text.replace(SIGNS, '\\$&');
}

/** The same for the first text of a line. */
export function escapedLineStart(line: string): string {
  return line.replace(
    LINE_START,
    (_, space: string, sign?: string, number = '', end = '') =>
      `${space}${sign === undefined ? `${number}\\${end}` : `\\${sign}`}`,
  );
}

/** Code, in more backticks than stand in it. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${longest > 0 ? ` ${text} ` : text}${fence}`;
}

/** A block of code, in more backticks than stand in it. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
