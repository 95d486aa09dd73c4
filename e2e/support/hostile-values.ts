/** Strings that have broken parsers, databases, templates and renderers. */
export const NAUGHTY_STRINGS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'before\u0000after the zero byte',
  '\ud800 a high surrogate alone',
  'a low surrogate alone \udc00',
  '\udc00\ud800 in the wrong order',
  'control \u0001\u0008\u000b\u001b\u007f\u0085 characters',
  'no characters \ufffe\uffff',
  'a byte order mark \ufeff within',
  '\u202eright to left\u202c \u2066isolated\u2069 \u200f',
  'שלום العربية in one line',
  '👩‍👩‍👧‍👦 🏳️‍🌈 ✋🏿 a family of emoji',
  'Z̸̢̛̤͎̗̀a̷l̶g̵o̴ marks upon marks',
  'ﷺ ﬁ ½ ㎏ that grow when they are normalised',
  "'; drop table users; --",
  "' or 1=1 --",
  '"; select pg_sleep(10); --',
  '%s%n%x $1 $2 :name ? {{7*7}} ${7*7} <%= 7*7 %>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  ']]>&amp;&#0;',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '[@a; @b, p. 1] @c [-@d] [@]',
  '__proto__',
  'constructor',
  'NaN',
  '1e309',
  '-0',
  'undefined',
  'null',
  '\r\nSet-Cookie: a=b\r\n\r\n',
  '=cmd|calc!A1',
  '(a+)+$ '.repeat(50),
];

const HUGE = 400_000;

function nested(levels: number): unknown {
  let value: unknown = 'the innermost';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** Values of the wrong kind or size for any field. */
export const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_993,
  [],
  [null],
  {},
  { length: 1e9 },
  { toString: 'no function' },
  nested(50),
  'x'.repeat(HUGE),
  '\u0000'.repeat(1000),
  '🙂'.repeat(1000),
];

/** JSON text of an array within an array and so on; too deep to be made by `JSON.stringify`. */
export const deepArray = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** As {@link deepArray}, of objects. */
export const deepObject = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
