import type { Element } from 'domhandler';
import { STYLE } from '../../docx/styles';
import { CAPTION_WORDS } from '../../model/caption-words';
import type { CaptionKind, DocumentModel } from '../../model/document-model';
import type { CaptionFacts } from '../facts';
import { styleOf } from './styles';
import { below, child, textOf } from './xml';

const NUMBER = /^\s*(\d+(?:\.\d+)?)/;

/** Whether a block is what captions of a kind belong to; a frame stands for a missing image. */
function isOf(kind: CaptionKind, block: Element | undefined): boolean {
  if (kind === 'table') return block?.name === 'w:tbl';
  const framed = child(child(block, 'w:pPr'), 'w:pBdr') !== undefined;
  return framed || (block?.name === 'w:p' && below(block, 'w:drawing').length > 0);
}

/** The captions of a Word file, known by their style, and where each stands. */
export function captionsIn(
  blocks: readonly Element[],
  { language }: Pick<DocumentModel, 'language'>,
): CaptionFacts[] {
  const words = CAPTION_WORDS[language];
  return blocks.flatMap((block, index): CaptionFacts[] => {
    if (styleOf(block) !== STYLE.caption) return [];
    const text = textOf(block);
    const kind = (['table', 'figure'] as const).find((one) => text.startsWith(words[one]));
    if (kind === undefined) return [];
    const position = isOf(kind, blocks[index + 1]) ? 'above' : 'below';
    const [, number = ''] = NUMBER.exec(text.slice(words[kind].length)) ?? [];
    return [{ kind, position, number, where: `“${text.slice(0, 60)}”` }];
  });
}
