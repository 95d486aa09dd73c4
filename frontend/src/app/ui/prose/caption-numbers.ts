import { captionWordsOf } from './caption-words';
import type { ProseBlock } from './prose-model';

export interface CaptionCounts {
  figure: number;
  table: number;
  equation: number;
}

export const NO_CAPTIONS: CaptionCounts = { figure: 0, table: 0, equation: 0 };

/** How the captions of one text are numbered, and what references in it are called. */
export interface CaptionNumbers {
  language: string;
  /** How many stand before the text in the document. */
  before: CaptionCounts;
  /** The words for each label of the document, such as `Table 2`. */
  references: ReadonlyMap<string, string>;
}

type Counted = ProseBlock & { kind: 'figure' | 'table' | 'formula' };

/** The blocks that have a number, in order. */
function counted(blocks: readonly ProseBlock[]): Counted[] {
  return blocks.flatMap((block): Counted[] => {
    switch (block.kind) {
      case 'quote':
        return counted(block.blocks);
      case 'list':
        return block.items.flatMap(counted);
      case 'table':
        return block.caption === undefined ? [] : [block];
      case 'formula':
        return block.label === null ? [] : [block];
      case 'figure':
        return [block];
      default:
        return [];
    }
  });
}

const labelOf = (block: Counted): string | null =>
  block.kind === 'formula' ? block.label : (block.caption?.label ?? null);

/** Numbers the captions of a text, as the exported files do where they are counted through. */
export function numberCaptions(
  blocks: readonly ProseBlock[],
  { language, before }: Pick<CaptionNumbers, 'language' | 'before'>,
): {
  shown: ReadonlyMap<ProseBlock, string>;
  labels: [label: string, name: string][];
  after: CaptionCounts;
} {
  const words = captionWordsOf(language);
  const shown = new Map<ProseBlock, string>();
  const labels: [string, string][] = [];
  const after = { ...before };
  for (const block of counted(blocks)) {
    const kind = block.kind === 'formula' ? 'equation' : block.kind;
    const number = String((after[kind] += 1));
    const written = kind === 'equation' ? `(${number})` : number;
    const start = kind === 'equation' ? written : `${words[kind]}\u00A0${number}${words.separator}`;
    shown.set(block, start);
    const label = labelOf(block);
    if (label !== null) labels.push([label, `${words.references[kind]}\u00A0${written}`]);
  }
  return { shown, labels, after };
}
