import { englishInput } from '../../testing/export-input';
import { compiledRenderWorker } from '../../testing/compiled-worker';
import { RenderPool } from '../render-pool';

jest.setTimeout(120_000);

const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |';

const input = (content: string, formatting: object) =>
  englishInput({
    formatting,
    sections: [{ id: 's1', number: '1', title: 'One', level: 1, writer: null, content }],
  });

const TEXT = `Table: A\n\n${TABLE}\n\n![B](figure:none)\n\nSee @fig:no and $\\nothing$.`;

const RULED = {
  tableCaption: 'below',
  figureCaption: 'below',
  captionNumbering: 'by_chapter',
} as const;

describe('the check of captions', () => {
  const pool = new RenderPool(compiledRenderWorker());

  afterAll(() => pool.onApplicationShutdown());

  it.each(['docx', 'pdf'] as const)(
    'reads in a %s where they stand and how they count',
    async (format) => {
      const made = input(TEXT, RULED);
      const file = await pool.render(made, format);
      const outcomes = await pool.check(made, format, file);
      expect(outcomes.slice(0, 3).map(({ rule, state }) => [rule, state])).toEqual([
        ['tableCaption', 'met'],
        ['figureCaption', 'met'],
        ['captionNumbering', 'met'],
      ]);
      const other = { tableCaption: 'above', captionNumbering: 'continuous' };
      const broken = await pool.check(input(TEXT, other), format, file);
      expect(broken[0]).toMatchObject({ state: 'broken', found: 'below' });
      expect(broken[0]?.places[0]).toContain('A');
      expect(broken[1]).toMatchObject({ state: 'broken', found: 'by_chapter' });
    },
  );

  it('says what could not be set, in both files', async () => {
    const made = input(TEXT, RULED);
    for (const format of ['docx', 'pdf'] as const) {
      const outcomes = await pool.check(made, format, await pool.render(made, format));
      expect(outcomes.slice(3)).toMatchObject([
        { rule: 'figures', state: 'broken', places: ['1 One: figure:none'] },
        { rule: 'formulas', state: 'broken', places: ['1 One: $\\nothing$'] },
        { rule: 'crossReferences', state: 'broken', places: ['1 One: @fig:no'] },
      ]);
    }
  });

  it('counts nothing as met that it cannot see', async () => {
    const none = input('Only text.', RULED);
    for (const format of ['docx', 'pdf'] as const) {
      const outcomes = await pool.check(none, format, await pool.render(none, format));
      expect(outcomes.map(({ state }) => state)).toEqual(Array(3).fill('not_checkable'));
    }
  });

  it('judges no caption of a PDF that it does not find there', async () => {
    const file = await pool.render(input('Only text.', RULED), 'pdf');
    const outcomes = await pool.check(input(TEXT, RULED), 'pdf', file);
    expect(outcomes.slice(0, 3).map(({ state }) => state)).toEqual(Array(3).fill('not_checkable'));
  });
});
