import fc from 'fast-check';
import { outlineRecord, sectionRecord } from '../../../testing/records';
import { NO_CAPTIONS, numberCaptions } from '../../ui/prose/caption-numbers';
import { parseProse } from '../../ui/prose/parse-prose';
import { countableIn, documentCaptions } from './document-captions';

const TABLE = '| a | b |\n|---|---|\n| 1 | 2 |';

describe('documentCaptions', () => {
  it('counts through the sections and names what is referred to', () => {
    const sections = [
      sectionRecord({
        id: 's1',
        content: `![A](figure:a){#fig:a}\n\nTable: T {#tbl:t}\n\n${TABLE}`,
      }),
      sectionRecord({ id: 's2', content: `${TABLE}\n\n: U {#tbl:u}\n\n$$x$$ {#eq:x}\n\n@fig:a` }),
    ];
    const outline = ['s1', 's2'].map((id, at) =>
      outlineRecord({ id, level: 1, number: String(at + 1), title: `Part ${String(at)}` }),
    );
    const numbers = documentCaptions({ language: 'en', sections }, outline);
    expect(numbers.get('s2')?.before).toEqual({ figure: 1, table: 1, equation: 0 });
    expect(Object.fromEntries(numbers.get('s1')!.references)).toEqual({
      'sec:part-0': 'Chapter\u00A01',
      'sec:part-1': 'Chapter\u00A02',
      'fig:a': 'Figure\u00A01',
      'tbl:t': 'Table\u00A01',
      'tbl:u': 'Table\u00A02',
      'eq:x': 'Equation\u00A0(1)',
    });
  });

  it('calls appendices by their own word', () => {
    const outline = [
      outlineRecord({ id: 's1', role: 'appendix', number: 'A', title: 'Data' }),
      outlineRecord({ id: 's2', role: 'appendix', level: 2, number: 'A.1', title: 'Raw' }),
    ];
    const numbers = documentCaptions({ language: 'en', sections: [] }, outline);
    expect(Object.fromEntries(numbers.get('s2')!.references)).toEqual({
      'sec:data': 'Appendix\u00A0A',
      'sec:raw': 'Section\u00A0A.1',
    });
  });
});

describe('the paragraphs that may be counted', () => {
  const paragraph = fc.constantFrom(
    'Words, and *words* [@a2020].',
    'More words: with a colon.',
    '![A](figure:a){#fig:a}',
    '![](figure:b)\n![C](figure:c)',
    'Table: T {#tbl:t}',
    ': U {#tbl:u}',
    TABLE,
    `${TABLE}\n\nTable: V`,
    '$$x$$ {#eq:x}',
    '$$\ny\n$$',
    '> A quotation.\n>\n> ![D](figure:d)',
    '- a point\n\n  ![E](figure:e)\n\n- another',
    '### A heading',
    '```\nTable: code\n\nTable: more\n```',
  );
  const count = (text: string) => {
    const { after, labels } = numberCaptions(parseProse(text), {
      ...{ language: 'en', before: NO_CAPTIONS },
    });
    return { after, labels };
  };

  it('count as the whole text does', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        expect(count(countableIn(text))).toEqual(count(text));
      }),
      { numRuns: 1000 },
    );
  });
});
