import { outlineRecord, sectionRecord } from '../../../testing/records';
import { documentCaptions } from './document-captions';

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
});
