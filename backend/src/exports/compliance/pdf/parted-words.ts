import { SOFT_HYPHEN } from '../../typography/hyphenation';
import { squeezed } from '../facts';
import type { Operators } from './images';

type Shown = readonly ({ unicode?: string } | number | null)[];

const textOf = (shown: Shown): string =>
  shown
    .map((glyph) => (typeof glyph === 'object' ? (glyph?.unicode ?? '') : ''))
    .join('')
    .trimEnd();

/**
 * What is shown on a page up to a soft hyphen, which parts a word at the end of a line. pdf.js leaves
 * it out of the text, where the parts would be words of their own.
 */
export function partedTexts({ argsArray }: Operators): string[] {
  return argsArray
    .flatMap((args) => (Array.isArray(args) && Array.isArray(args[0]) ? [args[0] as Shown] : []))
    .map(textOf)
    .filter((text) => text.endsWith(SOFT_HYPHEN))
    .map(squeezed);
}

/** Whether a line is one of those that end in a part of a word. */
export const endsParted = (line: string, parted: readonly string[]): boolean =>
  parted.some((text) => text !== '' && line.endsWith(text));
