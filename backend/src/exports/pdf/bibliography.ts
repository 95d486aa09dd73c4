import type { Content } from 'pdfmake/interfaces';
import { type BibliographyEntry, plainText } from '../../citations';
import type { BibliographyModel } from '../model/document-model';
import { TYPE } from '../typography';
import { lineHeight } from './fonts';
import { heading } from './headings';
import { inlineNodes } from './inlines';
import type { Spaced } from './nodes';

/** Entries of more characters could be taller than a page, and then have to break. */
const UNBREAKABLE_LENGTH = 1000;

function entryNode({ label, text }: BibliographyEntry): Content {
  const indent = TYPE.hangingIndent;
  if (label === null) {
    return { text: inlineNodes(text), leadingIndent: -indent, margin: [indent, 0, 0, 0] };
  }
  return {
    columns: [
      { text: label, width: indent },
      { text: inlineNodes(text), width: '*' },
    ],
  };
}

function entry(source: BibliographyEntry): Spaced {
  const node: Spaced['node'] = {
    stack: [entryNode(source)],
    lineHeight: lineHeight(TYPE.tightSpacing),
    unbreakable: plainText(source.text).length <= UNBREAKABLE_LENGTH,
  };
  return { node, before: 0, after: TYPE.entryGap };
}

export function bibliography({ id, title, entries }: BibliographyModel): Spaced[] {
  return [heading(title, { id, level: 1, onNewPage: true }), ...entries.map(entry)];
}
