/** Hostile files of references: what parsers of text stumble over. */

export const PLAIN_BIBTEX = `@article{doe2001,
  author = {Doe, Jane}, title = {Learning by recalling}, journal = {Letters}, year = {2001}
}
`;

export const PLAIN_RIS = `TY  - JOUR
AU  - Doe, Jane
TI  - Learning by recalling
JO  - Letters
PY  - 2001
ER  - 
`;

const entry = (fields: string) => `@article{a, author = {A, B}, year = {2001}, ${fields}}`;

/** Each string twice the one before: a billion letters from twenty lines. */
const doubling = Array.from(
  { length: 30 },
  (_, index) => `@string{s${String(index + 1)} = s${String(index)} # s${String(index)}}`,
).join('\n');

export const hostileBibtex = (): string[] => [
  entry(`title = {${'{'.repeat(100_000)}`),
  entry(`title = {${'{'.repeat(20_000)}x${'}'.repeat(20_000)}}`),
  entry(`title = {${'x'.repeat(2_000_000)}}`),
  entry(`title = "${'\\"'.repeat(100_000)}`),
  entry(`title = {${'\\emph{'.repeat(5000)}x${'}'.repeat(5000)}}`),
  entry(`title = {${'$'.repeat(50_001)}}`),
  entry(`title = {${'\\'.repeat(50_001)}}`),
  entry(`author = {${'A and '.repeat(50_000)}B}`),
  entry(`author = {${'a, b, c, d, e, f, '.repeat(10_000)}}`),
  entry(`title = {a} , `.repeat(20_000)),
  entry(`year = {${'9'.repeat(100_000)}}`),
  entry('title = {Before\u0007after}'),
  entry('crossref = {a}, title = {Its own parent}'),
  `@string{s0 = "ha"}\n${doubling}\n@article{a, title = s30, year = {2001}}`,
  '@string{a = a}\n@article{b, title = a # a, year = {2001}}',
  '@article{__proto__, title = {__proto__}, __proto__ = {x}, constructor = {y}, year = {2001}}',
  `@article{${'k'.repeat(500_000)}, title = {x}}`,
  PLAIN_BIBTEX.replace('doe2001', '../../../../etc/passwd'),
  '@article{a,'.repeat(50_000),
  '@'.repeat(500_000),
  `@comment{${'@article{'.repeat(20_000)}`,
  Array.from({ length: 3000 }, (_, n) => `@book{k${String(n)}, title = {T}, year = {2001}}`).join(
    '\n',
  ),
];

export const hostileRis = (): string[] => [
  'TY  - JOUR\n'.repeat(50_000),
  `TY  - JOUR\nTI  - ${'x'.repeat(2_000_000)}\nER  - `,
  `TY  - JOUR\n${'AU  - Doe, Jane\n'.repeat(50_000)}`,
  'TY  - JOUR\nTI  - Without an end',
  'ER  - \n'.repeat(100_000) + PLAIN_RIS,
  `TY  - JOUR\n${'\n'.repeat(1_000_000)}ER  - `,
  `TY  - JOUR\nPY  - ${'9'.repeat(100_000)}\nTI  - x\nER  - `,
  'TY  - __proto__\nTI  - constructor\nER  - \n',
  `TY  - ${'J'.repeat(100_000)}\nER  - \n`,
  `TY  - JOUR\r\r\rTI  - only carriage returns\rER  - \r`,
  `TY  - JOUR\nTI  - \u202eemit thgir eht\nER  - \n`,
  Array<string>(3000).fill(PLAIN_RIS).join('\n'),
];

const item = (fields: string) => `[{"id":"a","type":"book","title":"T",${fields}}]`;

export const hostileJson = (): string[] => [
  '['.repeat(100_000),
  '['.repeat(50_000) + ']'.repeat(50_000),
  `[{"a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]`,
  item(`"author":${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  item(`"title":"${'x'.repeat(2_000_000)}"`),
  item('"issued":{"date-parts":[[1e400]]}'),
  item('"issued":{"date-parts":[[null,{},[]]]}'),
  item('"__proto__":{"polluted":true}'),
  item('"author":[{"family":{"toString":1}}]'),
  item('"author":"a string"'),
  item('"title":"\\u0000\\ud800"'),
  item('"title":null,"type":null,"id":null'),
  item('"id":{"$ne":1},"type":["book"]'),
  `[${'{},'.repeat(100_000)}{}]`,
  `[${'null,'.repeat(100_000)}null]`,
  '{"items":"none"}',
  '[{"id":"a","id":"b","type":"x"',
  `{"${'k'.repeat(1_000_000)}":1}`,
];

/** XML that grows or reaches out when its entities are resolved. */
export const hostileXml = (): string[] => {
  const laughs = Array.from({ length: 9 }, (_, n) => {
    const inner = `&l${String(n)};`.repeat(10);
    return `<!ENTITY l${String(n + 1)} "${inner}">`;
  }).join('');
  return [
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><x>&l9;</x>`,
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]><x>${'&a;'.repeat(50_000)}</x>`,
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><x/>',
    `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
  ];
};
