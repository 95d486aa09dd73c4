import type { FigureInput } from '../model/figure-input';

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** Where a figure lies in the archive. */
export function figureFile({ key, mediaType }: FigureInput): string {
  return `figures/${key}.${EXTENSIONS[mediaType]}`;
}
