import CSL, { type OutputFormat } from 'citeproc';
import type { FormattedText, Run, RunStyle } from './formatted-text';

/** The name under which citeproc knows our output format. */
export const RUN_FORMAT = 'runs';

/**
 * citeproc gives strings. Ours carry styles as characters of the private use area, which are taken
 * out of everything that goes in, so no field of a reference can forge one.
 */
const CLOSE = '\uE000';
const HREF_END = '\uE001';
const LINK = '\uE002';
/** Closes the label of a numeric bibliography entry. */
const LABEL_END = '\uE003';
const STYLES: ReadonlyMap<string, RunStyle> = new Map<string, RunStyle>([
  ['\uE010', { italic: true }],
  ['\uE011', { italic: false }],
  ['\uE012', { bold: true }],
  ['\uE013', { bold: false }],
  ['\uE014', { underline: true }],
  ['\uE015', { underline: false }],
  ['\uE016', { smallCaps: true }],
  ['\uE017', { smallCaps: false }],
  ['\uE018', { position: 'superscript' }],
  ['\uE019', { position: 'subscript' }],
]);

const UNPRINTABLE = /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** What most texts are: printable already. */
const PLAIN = /^(?:[!-~]| (?! ))*$/;

/** `text` without control and private-use characters, its white space single. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\s+/g, ' ').replace(UNPRINTABLE, '');
}

const WORD_JOINER = '\u2060';

/**
 * citeproc keeps names as properties of plain objects and fails on those that every object has,
 * such as `constructor`. A guarded text is none of them; {@link toRuns} takes the guard off.
 */
export function guarded(text: string): string {
  return text in {} ? `${text}${WORD_JOINER}` : text;
}

const wrap = (open: string) => `${open}%%STRING%%${CLOSE}`;
const same = (_: unknown, text: string) => text;

/** citeproc calls it for DOIs and for addresses alike; what is neither stays plain text. */
function link(_: unknown, text: string): string {
  const address = text.startsWith('10.') ? `https://doi.org/${text}` : text;
  const linkable = /^https?:\/\/[^\p{Co}]+$/iu.test(address) && URL.canParse(address);
  return linkable ? `${LINK}${address}${HREF_END}${text}${CLOSE}` : text;
}

const format: OutputFormat = {
  // citeproc passes what is missing as well
  text_escape: (text: string | undefined) => printable(text ?? ''),
  bibstart: '',
  bibend: '',
  '@font-style/italic': wrap('\uE010'),
  '@font-style/oblique': wrap('\uE010'),
  '@font-style/normal': wrap('\uE011'),
  '@font-weight/bold': wrap('\uE012'),
  '@font-weight/normal': wrap('\uE013'),
  '@font-weight/light': false,
  '@text-decoration/underline': wrap('\uE014'),
  '@text-decoration/none': wrap('\uE015'),
  '@font-variant/small-caps': wrap('\uE016'),
  '@font-variant/normal': wrap('\uE017'),
  '@vertical-align/sup': wrap('\uE018'),
  '@vertical-align/sub': wrap('\uE019'),
  '@vertical-align/baseline': false,
  '@passthrough/true': same,
  '@strip-periods/true': same,
  '@strip-periods/false': same,
  '@quotes/true': (state, text) =>
    `${state.getTerm('open-quote')}${text}${state.getTerm('close-quote')}`,
  '@quotes/inner': (state, text) =>
    // Without a text it is an apostrophe
    (text as string | undefined) === undefined
      ? '’'
      : `${state.getTerm('open-inner-quote')}${text}${state.getTerm('close-inner-quote')}`,
  '@quotes/false': false,
  '@cite/entry': same,
  '@bibliography/entry': same,
  '@display/block': (_, text) => ` ${text}`,
  '@display/left-margin': (_, text) => `${text}${LABEL_END}`,
  '@display/right-inline': same,
  '@display/indent': (_, text) => ` ${text}`,
  '@showid/true': same,
  '@URL/true': link,
  '@DOI/true': link,
};

CSL.Output.Formats[RUN_FORMAT] = format;

function sameStyle(a: RunStyle, b: RunStyle): boolean {
  return JSON.stringify({ ...a, text: '' }) === JSON.stringify({ ...b, text: '' });
}

function appended(runs: Run[], text: string, style: RunStyle): void {
  const last = runs.at(-1);
  if (last !== undefined && sameStyle(last, style)) last.text += text;
  else runs.push({ ...style, text });
}

/** Only what is set: a reset (`italic: false`) of what was never set is no style. */
function effective(stack: readonly RunStyle[]): RunStyle {
  const entries = Object.entries(Object.assign({}, ...stack) as RunStyle);
  return Object.fromEntries(entries.filter(([, value]) => value !== false));
}

/** Reads what citeproc wrote in {@link RUN_FORMAT}. */
export function toRuns(encoded: string): FormattedText {
  const runs: Run[] = [];
  const stack: RunStyle[] = [];
  for (const [token] of encoded.matchAll(/\uE002[^\uE001]*\uE001|\p{Co}|[^\p{Co}]+/gu)) {
    const opened = STYLES.get(token);
    if (token.startsWith(LINK)) stack.push({ href: token.slice(1, -1) });
    else if (opened !== undefined) stack.push(opened);
    else if (token === CLOSE) stack.pop();
    else if (token !== LABEL_END && token !== HREF_END) {
      const text = token.replaceAll(WORD_JOINER, '').replace(/ {2,}/g, ' ');
      appended(runs, text, effective(stack));
    }
  }
  return trimmed(runs);
}

/** Some styles end an entry that lacks a field with a second full stop. */
const DOUBLE_STOP = /\.(?:\s*\.)*\s*$/;

function trimmed(runs: readonly Run[]): FormattedText {
  const last = runs.length - 1;
  return runs
    .map((run, index) => {
      const head = index === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: index === last ? head.trimEnd().replace(DOUBLE_STOP, '.') : head };
    })
    .filter(({ text }) => text !== '');
}

/** Splits a numeric bibliography entry into its label (`[1]`) and the reference. */
export function splitLabel(encoded: string): { label: string | null; rest: string } {
  const end = encoded.indexOf(LABEL_END);
  if (end === -1) return { label: null, rest: encoded };
  const label = toRuns(encoded.slice(0, end)).map(({ text }) => text);
  return { label: label.join(''), rest: encoded.slice(end + 1) };
}
