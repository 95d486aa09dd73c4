import type { PDFPageProxy } from 'pdfjs-dist';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** The fullest pages of print have some thousands; laying out millions would stop the whole window. */
const MOST_PIECES = 20_000;
const MOST_LETTERS = 200_000;
/** Pieces that are laid out between two frames. */
const SLICE = 500;

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

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The same a slice at a time, so that the window goes on answering while it is laid out. */
export function inSlices({ items, ...content }: TextContent): ReadableStream<TextContent> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at > 0) await nextFrame();
      if (at < items.length) controller.enqueue({ ...content, items: items.slice(at, at + SLICE) });
      at += SLICE;
      if (at >= items.length) controller.close();
    },
  });
}
