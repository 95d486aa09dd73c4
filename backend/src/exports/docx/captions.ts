import { AlignmentType, Bookmark, Paragraph, TextRun } from 'docx';
import { captionHead, captionNumber } from '../model/caption-text';
import type { Caption } from '../model/document-model';
import { TYPE } from '../typography/typography';
import { field, referenceBookmark } from './fields';
import { runsOf } from './runs';
import { STYLE } from './styles';
import { twips } from './units';

/** Word counts captions of one label; within chapters from each heading of the first level on. */
function sequence({ label, chapter, ordinal }: Caption) {
  const within = chapter === '' ? '' : ' \\s 1';
  return field(`SEQ ${label} \\* ARABIC${within}`, String(ordinal));
}

/** A caption as Word's own: a field counts it, and a bookmark marks its number. */
export function captionOf(caption: Caption): Paragraph {
  const { id, kind, label, chapter, text, position } = caption;
  const before = chapter === '' ? [] : [new TextRun(chapter)];
  const number = new Bookmark({
    id: referenceBookmark(id),
    children: [...before, sequence(caption)],
  });
  const after = captionHead(caption).slice(`${label} ${captionNumber(caption)}`.length);
  return new Paragraph({
    style: STYLE.caption,
    alignment: kind === 'figure' ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: position === 'above',
    spacing:
      position === 'above'
        ? { before: twips(TYPE.blockGap), after: twips(TYPE.captionGap) }
        : { before: twips(TYPE.captionGap), after: twips(TYPE.blockGap) },
    children: [new TextRun(`${label}\u00A0`), number, new TextRun(after), ...runsOf(text)],
  });
}
