import { englishInput, ukrainianInput } from '../../../testing/export-input';
import { longThesis } from '../../../testing/long-thesis';
import { madeUpSections } from '../../../testing/made-up-sections';
import { buildModel } from '../../model/build-model';
import type { ExportInput } from '../../model/export-input';
import { MODEL_PARTS } from '../../model/document-model';
import { headingPages } from '../render-docx';
import { countPages } from './count-pages';

jest.setTimeout(300_000);

/** Numbers below 1, the same in every run (Park and Miller). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const FORMATS: readonly ExportInput['formatting'][] = [
  {},
  { pageSize: 'A5' },
  { font: 'Arial', alignment: 'left', fontSize: 11, lineSpacing: 1.15 },
  { frontMatterNumbers: 'roman', partOrder: [...MODEL_PARTS], tableCaption: 'below' },
  { paragraphIndent: 0, chapterOnNewPage: false, lineSpacing: 2, chapterCapitals: true },
  { pageSize: 'B5', lineSpacing: 1, pageNumbersFrom: 'body', pageNumberPosition: 'top_right' },
];

function madeUp(seed: number): ExportInput {
  const keys = englishInput().sources.map(({ key }) => key);
  return englishInput({
    ...madeUpSections(keys, randoms(seed * 7919 + 3)),
    formatting: FORMATS[seed % FORMATS.length] ?? {},
    type: seed % 2 === 0 ? 'term_paper' : 'doctoral_thesis',
    citationStyle: seed % 3 === 0 ? 'apa' : 'chicago_notes',
  });
}

async function pagesOf(input: ExportInput) {
  const model = buildModel(input);
  return { counted: countPages(model), right: await headingPages(model) };
}

describe('pages that are counted', () => {
  it.each([2, 3, 4, 5, 6, 9, 11, 12, 13])(
    'are those of the estimator in a text of anything (%i)',
    async (seed) => {
      const { counted, right } = await pagesOf(madeUp(seed));
      expect(right.size).toBeGreaterThan(10);
      expect(counted).toEqual(right);
    },
  );

  it.each([
    ['long', longThesis(0.15)],
    ['Ukrainian', ukrainianInput()],
  ])('are those of the estimator in a text that is %s', async (_, input) => {
    const { counted, right } = await pagesOf(input);
    expect(counted).toEqual(right);
  });

  it('are left to the estimator where there is code in a line', () => {
    expect(countPages(buildModel(englishInput()))).toBeNull();
  });
});
