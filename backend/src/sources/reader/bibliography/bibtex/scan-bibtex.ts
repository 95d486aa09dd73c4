export interface BibtexBlock {
  /** In lower case: `article`, `string`, … */
  type: string;
  label: string | null;
  text: string;
  /** Line of the file on which it begins, from 1. */
  line: number;
  /** Whether its closing brace was found. */
  closed: boolean;
}

const HEAD = /@[ \t]*([a-z]{1,40})\s*([{(])/gi;
const LABEL = /^\s*([^\s,{}()="]{1,200})\s*,/;
/** Inside an entry, this at the start of a line can only be the next one: a brace is missing. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[a-z]+\s*[{(]\s*[^\s,{}()="]{1,200}\s*,/gim;

/** Position after the entry whose body begins at `start`, or undefined if it never closes. */
function endOf(text: string, start: number, limit: number, closing: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < limit; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (closing === ')' && depth === 0 && character === '"') quoted = !quoted;
    else if (depth === 0 && !quoted && character === closing) return at + 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
  }
  return undefined;
}

/** Counts lines as it goes along, so that a million of them are counted once. */
function lineCounter(text: string): (position: number) => number {
  let counted = 0;
  let line = 1;
  return (position) => {
    for (; counted < position; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  };
}

/** Where entries begin that another one has not swallowed, in order. */
function* nextEntries(text: string): Generator<number, number> {
  for (const { index } of text.matchAll(NEXT_ENTRY)) yield index;
  return text.length;
}

/**
 * Finds the entries and other blocks of a BibTeX file, whatever state it is in: only `@type{` and balanced braces
 * are looked at, what is inside is left to the parser. Linear in the length of the file.
 */
export function* scanBibtex(text: string): Generator<BibtexBlock> {
  const lineAt = lineCounter(text);
  const starts = nextEntries(text);
  let limit = starts.next().value;
  const head = new RegExp(HEAD);
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const body = head.lastIndex;
    while (limit < body) limit = starts.next().value;
    const type = (match[1] ?? '').toLowerCase();
    const end = endOf(text, body, limit, match[2] === '(' ? ')' : '}');
    head.lastIndex = end ?? limit;
    yield {
      type,
      text: text.slice(match.index, end ?? limit),
      line: lineAt(match.index),
      label: LABEL.exec(text.slice(body, body + 300))?.[1] ?? null,
      closed: end !== undefined,
    };
  }
}
