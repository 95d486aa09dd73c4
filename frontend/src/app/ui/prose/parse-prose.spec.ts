import fc from 'fast-check';
import { parseProse } from './parse-prose';
import type { ProseBlock, ProseInline } from './prose-model';

const citation = (key: string, page: string | null = null): ProseInline => ({
  kind: 'citation',
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
      children: [text('See '), citation('a_b_c'), text(' and '), citation('d_e'), text('.')],
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
        return inline.kind === 'citation' ? inline.items.map(({ key }) => key).join() : '\n';
      })
      .join('');
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return plain(block.blocks);
      if (block.kind === 'list') return block.items.map(plain).join('\n');
      if (block.kind === 'table')
        return [block.head, ...block.rows].flat().map(ofInlines).join(' ');
      return ofInlines(block.children);
    })
    .join('\n');
}
