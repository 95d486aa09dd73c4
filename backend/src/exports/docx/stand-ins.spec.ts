import { englishInput, ukrainianInput } from '../../testing/export-input';
import { longThesis } from '../../testing/long-thesis';
import { buildModel } from '../model/build-model';
import { headingPages } from './render-docx';
import { withStandIns } from './stand-ins';

jest.setTimeout(120_000);

describe('the lines that stand for paragraphs while pages are counted', () => {
  it.each([
    ['English', englishInput()],
    ['Ukrainian', ukrainianInput()],
    ['with footnotes', englishInput({ citationStyle: 'chicago_notes' })],
    ['ragged', englishInput({ formatting: { alignment: 'left' } })],
    [
      'without indents, in Arial',
      ukrainianInput({ formatting: { paragraphIndent: 0, font: 'Arial' } }),
    ],
    ['long', longThesis(0.15)],
  ])('leave every heading on its page in a text that is %s', async (_, input) => {
    const model = buildModel(input);
    const pages = await headingPages(withStandIns(model));
    expect(pages.size).toBeGreaterThan(5);
    expect([...pages]).toEqual([...(await headingPages(model))]);
  });
});
