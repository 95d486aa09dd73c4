import { plainText } from '../../../citations';
import type { DocumentModel } from '../../model/document-model';
import { squeezed } from '../facts';
import type { Line } from './lines';

/** A paragraph of the text, as the lines that it was found in. */
export type SetParagraph = readonly Line[];

/** The lines from one on that together are a text; undefined when they are not. */
export function linesOfText(
  lines: readonly Line[],
  from: number,
  text: string,
): Line[] | undefined {
  let left = text;
  for (let at = from; at < lines.length && left !== ''; at += 1) {
    const line = lines[at]?.squeezed ?? '';
    if (!left.startsWith(line)) return undefined;
    left = left.slice(line.length);
    if (left === '') return lines.slice(from, at + 1);
  }
  return undefined;
}

/** Letters by which the first line of a paragraph is looked up. */
const KEY = 8;

/**
 * The paragraphs of the document's sections, found in the file. One that notes at the foot of a
 * page part in two is not among them: the others show how it is set.
 */
export function paragraphsIn(lines: readonly Line[], model: DocumentModel): SetParagraph[] {
  const starts = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const key = line.squeezed.slice(0, KEY);
    starts.set(key, [...(starts.get(key) ?? []), index]);
  }
  return model.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): SetParagraph[] => {
      if (block.kind !== 'paragraph') return [];
      const text = squeezed(plainText(block.text));
      const candidates = text.length < KEY ? [] : (starts.get(text.slice(0, KEY)) ?? []);
      for (const from of candidates) {
        const found = linesOfText(lines, from, text);
        if (found !== undefined) return [found];
      }
      return [];
    }),
  );
}
