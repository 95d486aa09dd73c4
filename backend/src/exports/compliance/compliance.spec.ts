import fc from 'fast-check';
import type { Formatting } from '../../requirements';
import * as words from '../../requirements/profile/vocabulary';
import { Formatting as FormattingSchema, RULES } from '../../requirements/profile/formatting';
import { READY_MADE } from '../../requirements/ready-made/ready-made';
import { compiledRenderWorker } from '../../testing/compiled-worker';
import { englishInput, ukrainianInput } from '../../testing/export-input';
import type { ExportFormat } from '../export-format';
import type { ExportInput } from '../model/export-input';
import { RenderPool } from '../render-pool';
import type { RuleOutcome } from './outcome';

/** Rendering takes seconds of computing; on a busy machine several times that. */
jest.setTimeout(300_000);

let pool: RenderPool;

beforeAll(() => {
  pool = new RenderPool(compiledRenderWorker());
});

afterAll(() => pool.onApplicationShutdown());

const TITLE_PAGE = {
  university: 'An Invented University',
  faculty: 'Faculty of Lighthouses',
  department: 'Department of Lamps',
  programme: 'Light and Sea',
  student_id: '12345',
  supervisor: 'Prof. Ada Lantern',
  place: 'Harbour',
};

const ruled = (formatting: Formatting, over: Partial<ExportInput> = {}) =>
  englishInput({ formatting, titlePage: TITLE_PAGE, ...over });

async function check(input: ExportInput, format: ExportFormat, file?: Buffer) {
  return pool.check(input, format, file ?? (await pool.render(input, format)));
}

const states = (outcomes: readonly RuleOutcome[]) =>
  Object.fromEntries(outcomes.map(({ rule, state }) => [rule, state]));

/** Every rule, none of them as it is without one. */
const EVERYTHING: Required<Formatting> = {
  pageSize: 'Letter',
  marginTop: 20,
  marginRight: 15,
  marginBottom: 22.5,
  marginLeft: 35,
  font: 'Arial',
  fontSize: 14,
  footnoteSize: 9,
  tableSize: 10,
  lineSpacing: 2,
  paragraphIndent: 10,
  alignment: 'left',
  chapterSize: 18,
  chapterBold: true,
  chapterCapitals: true,
  chapterAlignment: 'center',
  chapterOnNewPage: true,
  headingSize: 15,
  headingBold: false,
  headingAlignment: 'right',
  headingNumbering: 'chapter_word',
  pageNumberPosition: 'top_right',
  pageNumbersFrom: 'after_title_page',
  frontMatterNumbers: 'roman',
  partOrder: ['title_page', 'declaration', 'contents', 'abstract', 'body', 'bibliography'],
  titlePageFields: ['university', 'faculty', 'title', 'author', 'supervisor', 'place', 'year'],
  citationStyle: 'chicago_notes',
  lengthPages: { min: 5, max: 200 },
  lengthWords: { min: 100, max: null },
  lengthCharacters: { min: 1000, max: null },
  lengthCharactersNoSpaces: { min: 1000, max: null },
  tableCaption: 'above',
  figureCaption: 'below',
  captionNumbering: 'by_chapter',
};

const CAPTIONS = ['tableCaption', 'figureCaption', 'captionNumbering'];

describe('a file made by all rules', () => {
  it.each([
    ['docx', 'English', ruled(EVERYTHING), [...CAPTIONS, 'lengthPages']],
    ['pdf', 'English', ruled(EVERYTHING), CAPTIONS],
    [
      ...(['docx', 'Ukrainian'] as const),
      ukrainianInput({ formatting: EVERYTHING, titlePage: TITLE_PAGE }),
      [...CAPTIONS, 'lengthPages'],
    ],
    [
      ...(['pdf', 'Ukrainian'] as const),
      ukrainianInput({ formatting: EVERYTHING, titlePage: TITLE_PAGE }),
      CAPTIONS,
    ],
  ] as const)('keeps them as %s in %s', async (format, _, input, uncheckable) => {
    const outcomes = await check(input, format);
    expect(outcomes.map(({ rule }) => rule).sort()).toEqual([...RULES].sort());
    const others = outcomes.filter(({ state }) => state !== 'met');
    expect(others.map(({ rule, state }) => [rule, state]).sort()).toEqual(
      [...uncheckable].map((rule) => [rule, 'not_checkable']).sort(),
    );
  });
});

describe('a file made by other rules', () => {
  it.each(['docx', 'pdf'] as const)('breaks these as %s, by how much and where', async (format) => {
    const file = await pool.render(englishInput(), format);
    // in another style the text would be another, and its paragraphs not be found
    const rules: Formatting = { ...EVERYTHING, citationStyle: 'apa' };
    const outcomes = await check(ruled(rules), format, file);
    const found = states(outcomes);
    // what the file has by itself, has too little of to tell, or leaves to who shows it
    const apart = new Set(['chapterBold', 'pageNumbersFrom', 'marginRight', 'marginBottom']);
    const others = RULES.filter((rule) => !CAPTIONS.includes(rule) && !apart.has(rule));
    for (const rule of others) {
      if (/^length|^footnote|^citation/.test(rule)) continue;
      expect([rule, found[rule]]).toEqual([rule, 'broken']);
    }
    const margin = outcomes.find(({ rule }) => rule === 'marginLeft');
    expect(margin).toMatchObject({
      found: '25.0 mm',
      detail: expect.stringContaining('10.0 mm') as string,
    });
    expect(margin?.places).not.toEqual([]);
    const size = outcomes.find(({ rule }) => rule === 'fontSize');
    expect(size).toMatchObject({ expected: '14', found: '12 pt' });
  });

  it('says of entries in another style how many they are', async () => {
    for (const format of ['docx', 'pdf'] as const) {
      const file = await pool.render(englishInput(), format);
      const [outcome] = await check(ruled({ citationStyle: 'ieee' }), format, file);
      expect(outcome).toMatchObject({
        state: 'broken',
        detail: expect.stringMatching(/\d+ of \d+ entries/) as string,
      });
    }
  });

  it('says of a text in the margin how far it stands there', async () => {
    const file = await pool.render(englishInput(), 'pdf');
    const outcomes = await check(ruled({ marginRight: 40, marginBottom: 45 }), 'pdf', file);
    expect(outcomes).toMatchObject([
      { state: 'broken', detail: 'Text stands 15.0 mm within the margin.' },
      { state: 'broken' },
    ]);
  });

  it('never counts as met what the title page lacks, or a length that is missed', async () => {
    const formatting: Formatting = {
      titlePageFields: ['university', 'title', 'author'],
      lengthWords: { min: 90_000, max: null },
      lengthPages: { min: null, max: 3 },
    };
    const input = englishInput({ formatting });
    expect(states(await check(input, 'docx'))).toEqual({
      titlePageFields: 'broken',
      lengthWords: 'broken',
      lengthPages: 'not_checkable',
    });
    expect(states(await check(input, 'pdf'))).toMatchObject({ lengthPages: 'broken' });
  });
});

const half = (min: number, max: number) =>
  fc.integer({ min: min * 2, max: max * 2 }).map((number) => number / 2);
const margin = half(10, 40);
const subset = <Name extends string>(names: readonly Name[], least: number) =>
  fc.shuffledSubarray([...names], { minLength: least });

/** Lengths are the text's affair, and captions no file has yet. */
const formatting: fc.Arbitrary<Formatting> = fc
  .record(
    {
      pageSize: fc.constantFrom(...words.PAGE_SIZES),
      marginTop: margin,
      marginRight: margin,
      marginBottom: margin,
      marginLeft: margin,
      font: fc.constantFrom(...words.FONTS),
      fontSize: half(9, 15),
      footnoteSize: half(7, 12),
      tableSize: half(8, 13),
      lineSpacing: fc.integer({ min: 20, max: 50 }).map((number) => number / 20),
      paragraphIndent: half(0, 15),
      alignment: fc.constantFrom(...words.ALIGNMENTS),
      chapterSize: half(12, 20),
      chapterBold: fc.boolean(),
      chapterCapitals: fc.boolean(),
      chapterAlignment: fc.constantFrom(...words.HEADING_ALIGNMENTS),
      chapterOnNewPage: fc.boolean(),
      headingSize: half(10, 18),
      headingBold: fc.boolean(),
      headingAlignment: fc.constantFrom(...words.HEADING_ALIGNMENTS),
      headingNumbering: fc.constantFrom(...words.HEADING_NUMBERINGS),
      pageNumberPosition: fc.constantFrom(...words.PAGE_NUMBER_POSITIONS),
      pageNumbersFrom: fc.constantFrom(...words.PAGE_NUMBERS_FROM),
      frontMatterNumbers: fc.constantFrom(...words.FRONT_MATTER_NUMBERS),
      partOrder: subset(words.PARTS.slice(1), 2).map((parts) => ['title_page' as const, ...parts]),
      titlePageFields: subset(words.TITLE_PAGE_FIELDS, 1),
      citationStyle: fc.constantFrom('apa' as const, 'ieee' as const, 'chicago_notes' as const),
    },
    { requiredKeys: [] },
  )
  .filter((values) => FormattingSchema.safeParse(values).success);

describe('the files of any rules', () => {
  it('break none that can be checked', async () => {
    await fc.assert(
      fc.asyncProperty(formatting, fc.constantFrom('docx', 'pdf'), async (values, format) => {
        const outcomes = await check(ruled(values), format);
        expect(outcomes.filter(({ state }) => state === 'broken')).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it.each(READY_MADE.map(({ id, formatting: values }) => [id, values] as const))(
    'break none of %s',
    async (_, values) => {
      for (const format of ['docx', 'pdf'] as const) {
        const outcomes = await check(ruled(values), format);
        expect(outcomes.filter(({ state }) => state === 'broken')).toEqual([]);
      }
    },
  );
});
