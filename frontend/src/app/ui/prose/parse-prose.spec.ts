import fc from 'fast-check';
import { parseProse } from './parse-prose';
import type { ProseBlock, ProseInline } from './prose-model';

const citation = (key: string, page: string | null = null, ordinal = 0): ProseInline => ({
  kind: 'citation',
  ordinal,
  items: [
    {
      key,
      prefix: '',
      locator: page === null ? null : { label: 'page', value: page },
      suffix: '',
      suppressAuthor: false,
    },
  ],
});

const text = (value: string, emphasis = false, strong = false): ProseInline => ({
  kind: 'text',
  text: value,
  emphasis,
  strong,
});

describe('parseProse', () => {
  it('reads paragraphs with citations in their places', () => {
    expect(parseProse('Testing helps [@roediger2006, p. 250].\n\nSo does *spacing*.')).toEqual([
      {
        kind: 'paragraph',
        children: [text('Testing helps '), citation('roediger2006', '250'), text('.')],
      },
      {
        kind: 'paragraph',
        children: [text('So does '), text('spacing', true), text('.')],
      },
    ]);
  });

  it('carries the marks of nested emphasis on each run', () => {
    const [block] = parseProse('*a **b***');
    const children = [text('a ', true), text('b', true, true)];
    expect(block).toEqual({ kind: 'paragraph', children });
  });

  it('takes no underscore of a key for emphasis', () => {
    const [block] = parseProse('See [@a_b_c] and [@d_e].');
    expect(block).toEqual({
      kind: 'paragraph',
      children: [
        text('See '),
        citation('a_b_c'),
        text(' and '),
        citation('d_e', null, 1),
        text('.'),
      ],
    });
  });

  it('reads quotations, lists, sub-headings and tables', () => {
    const markdown =
      '### Why\n\n> Said [@a1].\n\n1. one\n2. two\n\n| A | B |\n|---|---|\n| x | [@a1] |';
    expect(parseProse(markdown).map(({ kind }) => kind)).toEqual([
      'heading',
      'quote',
      'list',
      'table',
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '![x](https://evil.example/x.png)',
    '&lt;b&gt;',
  ])('keeps %s as the text that it is', (markdown) => {
    expect(plain(parseProse(markdown))).toBe(markdown);
  });

  it('counts the cited works, not their brackets', () => {
    const [block] = parseProse('One [@a; @b]. Two [@c].');
    const ordinals = (block?.kind === 'paragraph' ? block.children : []).flatMap((inline) =>
      inline.kind === 'citation' ? inline.ordinal : [],
    );
    expect(ordinals).toEqual([0, 2]);
  });

  it.each([
    ['behind citations', 'One [@a, p. 3]. Two *big* ones [@b].', 'Two *big* ones'],
    ['behind escapes', String.raw`A \*star\* [@a]. Then more.`, 'Then more.'],
    ['in a quotation of several lines', '> one\n> two three\n> four', 'three'],
    ['in a table', '| A | B |\n|---|---|\n| x y | z [@a] |', 'x y'],
    ['behind characters outside the basic plane', '😀😀 [@a] yes no', 'no'],
  ])('finds a range %s', (_, markdown, wanted) => {
    const start = markdown.indexOf(wanted);
    const range = { start, end: start + wanted.length, look: 'claim', id: 'c1' };
    const found = rangedText(parseProse(markdown, [range]));
    expect(found.texts.join('')).toBe(wanted.replaceAll('*', ''));
    expect(found.opens).toEqual(['c1']);
  });

  it('shows the same words with ranges as without, whatever these are', () => {
    const markdown = 'A *b* [@k] c.\n\n> d **e**\n\n- f [@l; @m] g';
    const place = fc.integer({ min: 0, max: markdown.length });
    const ranges = fc.array(fc.record({ start: place, end: place, look: fc.constant('model') }));
    fc.assert(
      fc.property(ranges, (some) => {
        expect(plain(parseProse(markdown, some))).toBe(plain(parseProse(markdown)));
      }),
    );
  });

  it('never throws, and loses no word', () => {
    const word = fc.stringMatching(/^[a-zа-яіїє]{1,8}$/);
    const mark = fc.constantFrom(
      '*',
      '_',
      '>',
      '#',
      '|',
      '[',
      ']',
      '@',
      '`',
      '- ',
      '\n',
      '\n\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark), { maxLength: 40 }), (parts) => {
        const shown = plain(parseProse(parts.join('')));
        // a citation shows its own key; a table row beyond its header's cells is cut by GFM
        if (/[@|]/.test(parts.join(''))) return;
        for (const [found] of parts.join('').matchAll(/\p{L}+/gu)) expect(shown).toContain(found);
      }),
    );
  });
});

function plain(blocks: readonly ProseBlock[]): string {
  const ofInlines = (inlines: readonly ProseInline[]): string =>
    inlines
      .map((inline) => {
        if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
        if (inline.kind === 'ranged') return ofInlines(inline.children);
        if (inline.kind === 'formula') return inline.tex;
        if (inline.kind === 'reference') return inline.label;
        return inline.kind === 'citation' ? inline.items.map(({ key }) => key).join() : '\n';
      })
      .join('');
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return plain(block.blocks);
      if (block.kind === 'list') return block.items.map(plain).join('\n');
      if (block.kind === 'table')
        return [block.head, ...block.rows].flat().map(ofInlines).join(' ');
      if (block.kind === 'code') return `${block.info} ${block.text}`;
      if (block.kind === 'formula') return block.tex;
      if (block.kind === 'figure') return `${block.key} ${ofInlines(block.caption.children)}`;
      return ofInlines(block.children);
    })
    .join('\n');
}

function rangedText(blocks: readonly ProseBlock[]): { texts: string[]; opens: string[] } {
  const found = { texts: [] as string[], opens: [] as string[] };
  JSON.stringify(blocks, (_, value: unknown) => {
    const inline = value as ProseInline | null;
    if (inline?.kind === 'ranged') {
      found.opens.push(...inline.opens.map(({ id }) => id ?? ''));
      for (const child of inline.children) if (child.kind === 'text') found.texts.push(child.text);
    }
    return value;
  });
  return found;
}
