import type { Content } from 'pdfmake/interfaces';
import type { BibliographyEntry } from '../../citations/csl/citation-formatter';
import { plainText } from '../../citations/csl/formatted-text';
import type { BibliographyModel } from '../model/document-model';
import type { Layout } from '../typography/layout';
import { TYPE } from '../typography/typography';
import { lineHeight } from './fonts';
import { heading } from './headings';
import { inlineNodes } from './inlines';
import type { Setting, Spaced } from './nodes';

/** Entries of more characters could be taller than a page, and then have to break. */
const UNBREAKABLE_LENGTH = 1000;

function entryNode({ label, text }: BibliographyEntry, layout: Layout): Content {
  const indent = TYPE.hangingIndent;
  if (label === null) {
    return { text: inlineNodes(text, layout), leadingIndent: -indent, margin: [indent, 0, 0, 0] };
  }
  return {
    columns: [
      { text: label, width: indent },
      // stated, since pdfmake widens a column for its longest address
      { text: inlineNodes(text, layout), width: layout.textWidth - indent },
    ],
  };
}

function entry(source: BibliographyEntry, layout: Layout): Spaced {
  const node: Spaced['node'] = {
    stack: [entryNode(source, layout)],
    lineHeight: lineHeight(TYPE.tightSpacing, layout.font),
    unbreakable: plainText(source.text).length <= UNBREAKABLE_LENGTH,
  };
  return { node, before: 0, after: TYPE.entryGap };
}

export function bibliography(
  { id, title, entries }: BibliographyModel,
  setting: Setting,
): Spaced[] {
  return [
    heading(title, { id, level: 1, onNewPage: true }, setting),
    ...entries.map((source) => entry(source, setting.layout)),
  ];
}
