import type { PDFPageProxy } from 'pdfjs-dist';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** The fullest pages of print have some thousands; laying out millions would stop the whole window. */
const MOST_PIECES = 20_000;
const MOST_LETTERS = 200_000;

/** What a page says, as much of it as can be laid out. */
export async function pageText(page: PDFPageProxy): Promise<TextContent> {
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextContent>;
  const content: TextContent = { items: [], styles: {}, lang: null };
  let letters = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return content;
    content.lang ??= value.lang;
    Object.assign(content.styles, value.styles);
    for (const item of value.items) {
      letters += 'str' in item ? item.str.length : 0;
      if (letters > MOST_LETTERS || content.items.length === MOST_PIECES) {
        // whatever the page says after it, nobody waits for
        void reader.cancel(new Error('too much text')).catch(() => undefined);
        return content;
      }
      content.items.push(item);
    }
  }
}
