import { extract } from './extract';
import { reconciled } from './reconcile';
import { withTableRows } from './table-rows';

const paragraphs = (texts: readonly string[]) => texts.map((text) => ({ text, page: null }));
const read = async (texts: readonly string[]) =>
  reconciled((await extract(paragraphs(texts))).evidence).values;

describe('rules in a table of two columns', () => {
  it('are read row by row, each with its row as the evidence', async () => {
    const cells = [
      ...['Requirement', 'Value', 'Left margin', '30 mm', 'Right margin:', '1.5 cm'],
      ...['Page size', 'A4', 'Font', 'Times New Roman', 'Font size of the text', '14 pt'],
    ];
    expect(await read(cells)).toMatchObject({
      marginLeft: { value: 30, quote: 'Left margin: 30 mm' },
      marginRight: { value: 15, quote: 'Right margin: 1.5 cm' },
      pageSize: { value: 'A4' },
      font: { value: 'Times New Roman' },
      fontSize: { value: 14 },
    });
  });

  it('are read in Ukrainian, Italian and German too', async () => {
    expect(await read(['Ліве поле', '30 мм'])).toMatchObject({ marginLeft: { value: 30 } });
    expect(await read(['Margine sinistro', '3 cm'])).toMatchObject({ marginLeft: { value: 30 } });
    expect(await read(['Linker Rand', '4 cm'])).toMatchObject({ marginLeft: { value: 40 } });
  });

  it('are not made of headings and page numbers, nor of sentences', () => {
    const others = ['Margins', '4', 'Use these margins.', '30 mm', 'Font', 'Use Arial.', 'End'];
    expect([...withTableRows(paragraphs(others))]).toEqual(paragraphs(others));
  });
});
