import { ReadableStream } from 'node:stream/web';
import type { PDFPageProxy } from 'pdfjs-dist';
import { inSlices, pageText } from './page-text';

interface Piece {
  str: string;
}

/** A page that says this, piece by piece; what is left unread can be seen. */
function pageOf(chunks: readonly (readonly Piece[])[]) {
  const left = [...chunks];
  const reader = {
    read: () => {
      const items = left.shift();
      const value = items && { items, styles: { font: {} }, lang: 'en' };
      return Promise.resolve({ value, done: value === undefined });
    },
    cancel: jest.fn(() => Promise.resolve()),
  };
  const page = { streamTextContent: () => ({ getReader: () => reader }) };
  return { left, reader, page: page as unknown as PDFPageProxy };
}

const pieces = (count: number, str: string): Piece[] => Array<Piece>(count).fill({ str });

describe('pageText', () => {
  it('reads what a page says, in its order', async () => {
    const { page, reader } = pageOf([[{ str: 'Some' }, { str: 'words' }], [{ str: 'more' }]]);
    const { items, styles, lang } = await pageText(page);
    expect(items).toEqual([{ str: 'Some' }, { str: 'words' }, { str: 'more' }]);
    expect({ styles, lang }).toEqual({ styles: { font: {} }, lang: 'en' });
    expect(reader.cancel).not.toHaveBeenCalled();
  });

  it.each([
    ['pieces', pieces(9000, 'a'), 20_000],
    ['letters', pieces(30, 'a'.repeat(3000)), 66],
  ])('stops where a page has more %s than can be laid out', async (_, chunk, most) => {
    const { page, reader, left } = pageOf(Array<Piece[]>(100).fill(chunk));
    const { items } = await pageText(page);
    expect(items).toHaveLength(most);
    expect(left).toHaveLength(97);
    expect(reader.cancel).toHaveBeenCalled();
  });
});

describe('inSlices', () => {
  beforeAll(() => {
    // jsdom has none
    Object.assign(globalThis, { ReadableStream });
  });

  async function sliced(count: number): Promise<number[]> {
    const content = { items: pieces(count, 'a'), styles: {}, lang: null };
    const lengths: number[] = [];
    const reader = inSlices(content as unknown as Parameters<typeof inSlices>[0]).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return lengths;
      lengths.push(value.items.length);
    }
  }

  it('hands a page on a part at a time, and all of it', async () => {
    expect(await sliced(1201)).toEqual([500, 500, 201]);
    expect(await sliced(500)).toEqual([500]);
    expect(await sliced(0)).toEqual([]);
  });
});
