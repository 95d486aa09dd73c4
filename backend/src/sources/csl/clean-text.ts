import { decodeHTMLStrict } from 'entities';

const CONTROL = /\p{Cc}+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Soft hyphens, byte order marks, and what silently reorders the text around it (UAX #9). */
const INVISIBLE = /[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const SCRIPT = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const TAG = /<(\/?)([a-z][a-z0-9:-]*)((?:\s[^<>]*)?)\/?>/gi;

/** Inline formatting that CSL-JSON allows in titles (CSL 1.0.2, appendix on HTML-like tags). */
const INLINE = new Set(['i', 'b', 'sub', 'sup', 'sc']);
const SMALL_CAPS = /font-variant:\s*small-caps/i;
const NO_CASE = /class=["']?nocase\b/i;

function openingTag(name: string, attributes: string): string {
  if (INLINE.has(name)) return `<${name}>`;
  if (name !== 'span') return '';
  if (SMALL_CAPS.test(attributes)) return '<span style="font-variant:small-caps;">';
  return NO_CASE.test(attributes) ? '<span class="nocase">' : '';
}

/** Keeps CSL's own tags where they are closed in order, removes every other. */
function onlyInlineTags(text: string): string {
  const open: { name: string; kept: boolean }[] = [];
  const balanced = text.replace(TAG, (_, slash: string, tag: string, attributes: string) => {
    const name = tag.toLowerCase();
    if (slash === '') {
      const opening = openingTag(name, attributes);
      if (name === 'span' || opening !== '') open.push({ name, kept: opening !== '' });
      return opening;
    }
    if (open.at(-1)?.name !== name) return '';
    return open.pop()?.kept ? `</${name}>` : '';
  });
  const unclosed = open.reverse().filter(({ kept }) => kept);
  return balanced + unclosed.map(({ name }) => `</${name}>`).join('');
}

function oneLine(text: string, maxLength: number): string {
  const visible = text.normalize('NFC').replace(INVISIBLE, '').replace(CONTROL, ' ');
  const line = visible.replace(/\s+/gu, ' ').trim().slice(0, maxLength);
  return line.replace(LONE_SURROGATE, '').trimEnd();
}

/** What is looked at of a text, for each character that is kept of it: markup takes its room. */
const ROOM = 10;

function withoutMarkup(value: string, maxLength: number): string {
  const beginning = value.slice(0, maxLength * ROOM);
  return decodeHTMLStrict(beginning).replace(COMMENT, '').replace(SCRIPT, '');
}

/** Plain text on one line: no tags, no control characters, at most `maxLength` long. */
export function plainText(value: string, maxLength: number): string {
  return oneLine(withoutMarkup(value, maxLength).replace(TAG, ''), maxLength);
}

/** The same, but with the inline formatting that CSL allows. */
export function inlineText(value: string, maxLength: number): string {
  return onlyInlineTags(oneLine(withoutMarkup(value, maxLength), maxLength));
}
