import { paced } from '../../common';
import type { CslItem } from '../csl/csl-item';
import { toBibtex } from './bibtex-file';
import { toRis } from './ris-file';

export const REFERENCE_FORMATS = ['bibtex', 'ris', 'csl-json'] as const;

export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

interface Format {
  mediaType: string;
  extension: string;
  write: (item: CslItem) => string;
  /** Around and between the items. */
  frame: readonly [start: string, between: string, end: string];
}

const FORMATS: Readonly<Record<ReferenceFormat, Format>> = {
  bibtex: {
    mediaType: 'application/x-bibtex; charset=utf-8',
    extension: 'bib',
    write: toBibtex,
    frame: ['', '\n', ''],
  },
  ris: {
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    extension: 'ris',
    write: toRis,
    frame: ['', '\r\n', ''],
  },
  'csl-json': {
    mediaType: 'application/vnd.citationstyles.csl+json',
    extension: 'json',
    write: (item) => JSON.stringify(item),
    frame: ['[', ',\n', ']\n'],
  },
};

/** A file of references for other programs. */
export interface ReferenceFile {
  content: string;
  mediaType: string;
  /** Of its name, without a dot. */
  extension: string;
}

/** Writes thousands of items without keeping others from their turn. */
export async function referenceFile(
  items: readonly CslItem[],
  format: ReferenceFormat,
): Promise<ReferenceFile> {
  const { mediaType, extension, write, frame } = FORMATS[format];
  const written: string[] = [];
  await paced(items, (item) => {
    written.push(write(item));
  });
  const [start, between, end] = frame;
  return { content: start + written.join(between) + end, mediaType, extension };
}
