import { strFromU8, unzipSync } from 'fflate';
import { englishInput, ukrainianInput } from '../testing/export-input';
import { compiledRenderWorker } from '../testing/compiled-worker';
import { docxText, readPdf } from '../testing/export-text';
import { countPages } from './docx/pages/count-pages';
import { headingPages, renderDocx } from './docx/render-docx';
import { renderMarkdown } from './markdown/render-markdown';
import { buildModel } from './model/build-model';
import { contentsOf } from './model/document-model';
import type { SectionInput } from './model/export-input';
import { modelText, notesOf } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';
import { RenderPool } from './render-pool';

jest.setTimeout(120_000);

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

const section = (number: string, title: string, content: string): SectionInput => {
  const level = number.includes('.') ? 2 : 1;
  const appendix = /^\d/.test(number) ? {} : { appendix: true as const };
  return { id: `s-${number}`, number, title, level, content, writer: null, ...appendix };
};

const TABLE =
  'Table: What was asked {#tbl:asked}\n\n| Question | Answers |\n|---|---|\n| One | 20 |';

const SECTIONS = [
  section('1', 'Tests', 'All questions stand in @sec:questions, all answers in @tbl:asked.'),
  section(
    '2',
    'What follows',
    `It follows [@roediger2006].\n\n${TABLE.replace('asked}', 'kept}')}`,
  ),
  section(
    'A',
    'Questions {#sec:questions}',
    `As asked before [@roediger2006, p. 250].\n\n${TABLE}`,
  ),
  section('A.1', 'Scales', 'From one to five.'),
  section('B', 'Answers', 'Words for words.'),
];

const FORMATTING = {
  partOrder: ['title_page', 'contents', 'body', 'bibliography', 'appendices'],
  captionNumbering: 'by_chapter',
  lengthWords: { min: 5, max: 40 },
} as const;

const input = englishInput({
  sections: SECTIONS.map((one) => ({ ...one, title: one.title.replace(/ \{.*/, '') })),
  formatting: { ...FORMATTING, partOrder: [...FORMATTING.partOrder] },
  declaration: { title: 'Use of AI', paragraphs: ['Nothing but words.'] },
});
const model = buildModel(input);

describe('appendices', () => {
  const pool = new RenderPool(compiledRenderWorker());

  afterAll(() => pool.onApplicationShutdown());

  it('are chapters of their own, with letters, after the bibliography', () => {
    expect(model.sections.map(({ number }) => number)).toEqual(['1', '2']);
    expect(contentsOf(model).map(({ text, level }) => [level, text])).toEqual([
      [1, '1 Tests'],
      [1, '2 What follows'],
      [1, 'References'],
      [1, 'Appendix A. Questions'],
      [2, 'A.1 Scales'],
      [1, 'Appendix B. Answers'],
      [1, 'Use of AI'],
    ]);
  });

  it('are referred to by their letters, and number their tables by them', () => {
    const text = modelText(model);
    expect(text).toContain(
      'All questions stand in Appendix\u00A0A, all answers in Table\u00A0A.1.',
    );
    expect(text).toContain('Table\u00A0A.1. What was asked');
    expect(model.findings).toEqual([]);
  });

  it('are called as the language of the document calls them', () => {
    const ukrainian = buildModel(
      ukrainianInput({ sections: [...SECTIONS.slice(0, 1), section('А', 'Анкета', 'Запитання.')] }),
    );
    expect(contentsOf(ukrainian).map(({ text }) => text)).toContain('Додаток А. Анкета');
  });

  it.each(['none', 'decimal_point', 'chapter_word'] as const)(
    'keep their letters where headings are numbered otherwise: %s',
    (headingNumbering) => {
      const { appendices } = buildModel({ ...input, formatting: { headingNumbering } });
      expect(appendices.map(({ number }) => number)).toEqual([
        'Appendix A.',
        { none: '', decimal_point: 'A.1.', chapter_word: 'A.1' }[headingNumbering],
        'Appendix B.',
      ]);
    },
  );

  it('have their notes among those of the text', () => {
    const noted = buildModel({ ...input, citationStyle: 'chicago_notes', formatting: {} });
    expect(notesOf(noted).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('read the same in both files', async () => {
    const docx = await renderDocx(model);
    const pdf = await readPdf(await renderPdf(model));
    const words = squeezed(await docxText(docx));
    const inOrder = [
      'It follows',
      'References',
      'Appendix A. Questions',
      'From one to five.',
      'Appendix B. Answers',
      'Nothing but words.',
    ];
    const places = inOrder.map((text) => words.lastIndexOf(squeezed(text)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const pages = pdf.pages.map((page) => squeezed(page.replace(/\s*\d+\s*$/, '')));
    expect(pages.some((page) => page.startsWith('AppendixA.Questions'))).toBe(true);
    expect(pages.some((page) => page.startsWith('AppendixB.Answers'))).toBe(true);
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain(
      'Appendix A. Questions',
    );
  });

  it('are counted by pages as Word sets them', async () => {
    expect([...(countPages(model) ?? [])]).toEqual([...(await headingPages(model))]);
  });

  it.each(['docx', 'pdf'] as const)(
    'count for no length, and have their place: %s',
    async (format) => {
      const file = await (format === 'docx' ? renderDocx(model) : renderPdf(model));
      const outcomes = await pool.check(input, format, file);
      const of = (field: string) => outcomes.find((one) => one.rule === field);
      expect(of('partOrder')).toMatchObject({ state: 'met' });
      expect(of('lengthWords')).toMatchObject({ state: 'met' });
    },
  );

  it('stand after the references in Markdown', async () => {
    const files = unzipSync(await renderMarkdown(input));
    const text = strFromU8(files['thesis.md'] ?? new Uint8Array());
    expect(text).toMatch(
      /# References[^]*# Appendix A\. Questions[^]*## A\.1 Scales[^]*# Use of AI/,
    );
  });
});
