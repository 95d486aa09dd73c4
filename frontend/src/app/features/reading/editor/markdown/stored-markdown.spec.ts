import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import { schema } from '../schema';
import { blocksOf, StoredMarkdown } from './stored-markdown';
import { writeBlocks } from './write-blocks';

const CITED = '[see @roediger2006, p. 12; -@bjork1994, S. 3-4]';

const SAMPLES: [string, string][] = [
  ['nothing', ''],
  ['paragraphs', 'One *two* **three** `four`.\n\n\n\nFive _six_ __seven__.\n'],
  ['lines', 'one\ntwo  \nthree\\\nfour'],
  ['citations', `So it is ${CITED}. And [@a_b_c]; [@{odd key}].`],
  ['headings', '### A part {#sec:a}\ntext right below\n\n## Another ##'],
  ['lists', '* a\n* b\n\n  more\n\n3) c\n4) d\n   - e\n   - f'],
  ['two lists', '- a\n- b\n\n\n* c\n* d'],
  ['quotations', '> Said [@a1].\nlazily so\n>\n> - x'],
  ['a table', 'Table: Results {#tbl:r}\n\n| a | b |\n|:-:|--:|\n| 1 \\| 2 | [@a] |\n|x|'],
  ['a figure', '![The *curve* [@a1]](figure:forgetting-curve){#fig:c}\n\n![](figure:x)'],
  [
    'formulas',
    'Energy $E = mc^2$ at $5 and $6.\n\n$$\n\\sum_{i} x_i\n$$ {#eq:sum}\n\n$a_1$ is *so*.',
  ],
  ['references', 'As @fig:c and @tbl:r show.'],
  ['languages', 'The word [das *Erinnern* [@a1]]{lang=de} remains.'],
  ['code', '```ts title\nconst a = `b`;\n\n$x$ [@a1]\n```\n\n~~~\n~~~'],
  [
    'what it has no form for',
    '![a](figure:a)![b](figure:b)\n\n---\n\n- > q\n\n<b>x</b> [t](https://x.org/)',
  ],
  ['escapes', 'A \\*star\\* and \\$1 \\_ \\# \\[x] &amp; a*b_c_d'],
];

describe('StoredMarkdown', () => {
  it.each(SAMPLES)('writes %s as it was stored', (_, markdown) => {
    const stored = new StoredMarkdown(markdown);
    expect(stored.write(stored.doc)).toBe(markdown);
    expect(() => {
      stored.doc.check();
    }).not.toThrow();
  });

  it('writes any text as it was stored', () => {
    const piece = fc.constantFrom(
      ...['a', 'слово', ' ', '\n', '\n\n', '*', '**', '_', '`', '> ', '- ', '1. ', '### ', '|'],
      ...['\n|-|-|\n', '$', '$$', '[@k, p. 3]', '![', '](figure:k)', '{#fig:k}', '{lang=de}', '['],
      ...[']', '\\', '```\n', '@fig:k', 'Table: ', '<b>', '&amp;', '~~~', '\t', '\r\n'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const markdown = pieces.join('');
        const stored = new StoredMarkdown(markdown);
        expect(stored.write(stored.doc)).toBe(markdown);
        stored.doc.check();
      }),
      { numRuns: 500 },
    );
  });

  it('leaves every block alone but the one that was changed', () => {
    const markdown = 'One _a_.\n\n\n* x\n* y\n\nTwo _b_ [@k S. 3].\n\n> q\nlazy\n';
    const stored = new StoredMarkdown(markdown);
    const state = EditorState.create({ doc: stored.doc });
    const place = stored.doc.content.size - stored.doc.child(3).nodeSize - 1;
    const changed = state.apply(state.tr.insertText(' More.', place));
    expect(stored.write(changed.doc)).toBe(
      'One _a_.\n\n\n* x\n* y\n\nTwo *b* [@k S. 3]. More.\n\n> q\nlazy\n',
    );
    const back = changed.apply(changed.tr.delete(place, place + ' More.'.length));
    expect(stored.write(back.doc)).toBe(markdown);
  });

  it('keeps a list that follows another one apart', () => {
    const stored = new StoredMarkdown('- a\n\nbetween\n\n- b');
    const state = EditorState.create({ doc: stored.doc });
    const [first, between] = stored.doc.children;
    const gone = state.tr.delete(first!.nodeSize, first!.nodeSize + between!.nodeSize);
    const written = stored.write(state.apply(gone).doc);
    expect(blocksOf(written)).toHaveLength(2);
  });

  it('finds the block of a place', () => {
    const stored = new StoredMarkdown('One.\n\nTwo.\n\nThree.');
    const at = stored.blockAt(stored.doc, 'One.\n\nTw'.length);
    expect(stored.doc.nodeAt(at)?.textContent).toBe('Two.');
  });
});

describe('what is written anew', () => {
  const { nodes, marks } = schema;
  const word = fc.stringMatching(/^[A-Za-zїєґ0-9*_`$#>|\\~+.)-]{1,6}$/u);
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const marked = fc.subarray([marks.strong.create(), marks.em.create()]);
  const run = fc
    .tuple(text, marked, fc.constantFrom(' ', ''))
    .map(([value, set, space]) => schema.text(value + space, set));
  const atom = fc.constantFrom(
    nodes.citation.create({
      items: [
        {
          key: 'k',
          prefix: 'see',
          locator: { label: 'page', value: '3' },
          suffix: '',
          suppressAuthor: false,
        },
      ],
    }),
    nodes.formula.create({ tex: 'x_1^2' }),
    nodes.reference.create({ label: 'fig:k' }),
  );
  const line = fc.array(fc.oneof({ weight: 4, arbitrary: run }, atom), {
    minLength: 1,
    maxLength: 4,
  });
  const paragraph = line.map((content) => nodes.paragraph.create(null, content));
  const list = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items) =>
    nodes.bullet_list.create(
      null,
      items.map((one) => nodes.list_item.create(null, one)),
    ),
  );
  const block = fc.oneof(
    paragraph,
    line.map((content) => nodes.heading.create({ level: 3 }, content)),
    list,
    fc
      .array(paragraph, { minLength: 1, maxLength: 2 })
      .map((inner) => nodes.blockquote.create(null, inner)),
  );
  const wordsOf = (blocks: readonly { textContent: string }[]) =>
    blocks.map(({ textContent }) => textContent.replace(/\s/g, '')).join('|');

  it('holds every letter, citation and formula', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const stored = new StoredMarkdown('');
        const doc = nodes.doc.create(null, blocks);
        const again = new StoredMarkdown(stored.write(doc)).doc;
        // neighbouring lists stay apart, and each block is what it was
        expect(wordsOf(again.children)).toBe(wordsOf(blocks));
        expect(again.children.map(({ type }) => type.name)).toEqual(
          blocks.map(({ type }) => type.name),
        );
        const atoms = (root: typeof doc) => {
          const names: string[] = [];
          root.descendants(
            ({ type }) => (type.isAtom && !type.isText ? names.push(type.name) : 0, true),
          );
          return names;
        };
        expect(atoms(again)).toEqual(atoms(doc));
      }),
      { numRuns: 400 },
    );
  });

  it('is written the same the second time', () => {
    for (const [, markdown] of SAMPLES) {
      const once = writeBlocks(blocksOf(markdown));
      expect(writeBlocks(blocksOf(once))).toBe(once);
    }
  });
});
