import { englishInput } from '../../testing/export-input';
import { buildModel } from './build-model';
import { captionLine } from './caption-text';
import type { DocumentModel, TableBlock } from './document-model';
import type { ExportInput } from './export-input';
import { modelText } from './model-text';

const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |';

function modelOf(texts: readonly string[], over: Partial<ExportInput> = {}): DocumentModel {
  const sections = texts.map((content, index) => {
    const number = String(index + 1);
    return { id: `s${number}`, number, title: `Part ${number}`, level: 1, content, writer: null };
  });
  return buildModel(englishInput({ sections: sections as ExportInput['sections'], ...over }));
}

const tablesOf = (model: DocumentModel): TableBlock[] =>
  model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
const captions = (model: DocumentModel) =>
  tablesOf(model).map(({ caption }) => caption && captionLine(caption));

describe('captions of tables', () => {
  it.each([
    ['above', `Table: Results of *all* {#tbl:r}\n\n${TABLE}`],
    ['below', `${TABLE}\n\nTable: Results of *all* {#tbl:r}`],
    ['below, by its colon alone', `${TABLE}\n\n: Results of *all*`],
    ['right below, where Markdown sees a row', `${TABLE}\nTable: Results of *all* {#tbl:r}`],
    ['right above', `Table: Results of *all*\n${TABLE}`],
  ])('are read %s', (_, text) => {
    const model = modelOf([text]);
    expect(captions(model)).toEqual(['Table\u00A01. Results of all']);
    expect(tablesOf(model)[0]?.rows).toHaveLength(2);
    expect(modelText(model)).not.toContain('Table:');
  });

  it('belong to one table each, and a table may have none', () => {
    const text = [TABLE, 'Table: One', TABLE, 'Text.', TABLE, 'Text.', 'Table: Two', TABLE];
    const model = modelOf([text.join('\n\n')]);
    expect(captions(model)).toEqual(['Table\u00A01. One', null, null, 'Table\u00A02. Two']);
  });

  it('stay text where no table is', () => {
    const model = modelOf(['Table: Nothing follows.\n\nText.']);
    expect(modelText(model)).toContain('Table: Nothing follows.');
  });

  it('are counted through or within chapters, and stand where it is ruled', () => {
    const texts = [`Table: A\n\n${TABLE}\n\nTable: B\n\n${TABLE}`, `Table: C\n\n${TABLE}`];
    expect(captions(modelOf(texts))).toEqual([
      'Table\u00A01. A',
      'Table\u00A02. B',
      'Table\u00A03. C',
    ]);
    const formatting = { captionNumbering: 'by_chapter', tableCaption: 'below' } as const;
    const model = modelOf(texts, { formatting, language: 'uk' });
    expect(captions(model)).toEqual([
      'Таблиця\u00A01.1 – A',
      'Таблиця\u00A01.2 – B',
      'Таблиця\u00A02.1 – C',
    ]);
    expect(modelText(model)).toMatch(/1\n2\nТаблиця\u00A01\.1 – A/);
  });

  it('are listed only where the rules name the list', () => {
    const texts = [`Table: A\n\n${TABLE}`];
    expect(modelOf(texts).captionLists.list_of_tables).toBeNull();
    const partOrder = ['contents' as const, 'list_of_tables' as const, 'list_of_figures' as const];
    const { captionLists } = modelOf(texts, { formatting: { partOrder } });
    expect(captionLists.list_of_tables?.title).toBe('List of tables');
    expect(captionLists.list_of_tables?.captions).toHaveLength(1);
    expect(captionLists.list_of_figures).toBeNull();
  });
});

describe('cross-references', () => {
  it('name what they refer to, also ahead, and stay as written where that is nothing', () => {
    const text = `See @tbl:r_1, @sec:part-2, @sec:deep, and @tbl:none; mail a@fig:x.

### A detail {#sec:deep}

\`@tbl:r_1\` in code.`;
    const model = modelOf([text, `Table: A {#tbl:r_1}\n\n${TABLE}`]);
    expect(modelText(model)).toContain(
      'See Table\u00A01, Chapter\u00A02, Chapter\u00A01, and @tbl:none; mail a@fig:x.',
    );
    expect(modelText(model)).toContain('A detail\n@tbl:r_1 in code.');
    expect(model.findings).toEqual([
      { kind: 'unknown_reference', text: '@tbl:none', where: '1 Part 1' },
    ]);
  });

  it('are no citations, and may stand beside them', () => {
    const model = modelOf([
      `As @tbl:r says [@roediger2006; see @mayer2009].\n\n${TABLE}\n\n: A {#tbl:r}`,
    ]);
    expect(modelText(model)).toMatch(/As Table\u00A01 says \(.*Roediger.*\)/);
  });

  it('are short in a language that would decline them', () => {
    const text = `Див. @tbl:r у @sec:s1.\n\n${TABLE}\n\n: A {#tbl:r}`;
    expect(modelText(modelOf([text], { language: 'uk' }))).toContain(
      'Див. табл.\u00A01 у розд.\u00A01.',
    );
  });

  it('take the first of two things with one label, and say so', () => {
    const model = modelOf([`${TABLE}\n\n: A {#tbl:r}\n\nText @tbl:r.\n\n${TABLE}\n\n: B {#tbl:r}`]);
    expect(modelText(model)).toContain('Text Table\u00A01.');
    expect(model.findings).toMatchObject([{ kind: 'repeated_label', text: '{#tbl:r}' }]);
  });
});
