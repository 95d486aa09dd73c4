import { paced } from '../../common';
import type { RuleReader } from './finding';
import type { Evidence } from './reconcile';
import { readCaptions } from './rules/captions';
import { readCitationStyle } from './rules/citation-style';
import { HEADING_READERS } from './rules/headings';
import { readLength } from './rules/length';
import { readMargins } from './rules/margins';
import { readPageNumbers } from './rules/page-numbers';
import { readPageSize } from './rules/page-size';
import { readAlignment, readIndent, readLineSpacing } from './rules/paragraph';
import { readPartOrder } from './rules/parts';
import { readTitlePage } from './rules/title-page';
import { otherFontIn, readFont, readSizes } from './rules/type';
import { type Paragraph, sentencesOf } from './sentence';
import { withTableRows } from './table-rows';

const READERS: readonly RuleReader[] = [
  readPageSize,
  readMargins,
  readFont,
  readSizes,
  readLineSpacing,
  readIndent,
  readAlignment,
  ...HEADING_READERS,
  readPageNumbers,
  readPartOrder,
  readTitlePage,
  readCitationStyle,
  readLength,
  readCaptions,
];

export interface Extraction {
  evidence: Evidence[];
  /** Typefaces that are asked for and cannot be set. */
  otherFonts: string[];
}

/** Everything that our rules read in a text, in turns that leave room for other requests. */
export async function extract(paragraphs: readonly Paragraph[]): Promise<Extraction> {
  const evidence: Evidence[] = [];
  const otherFonts = new Set<string>();
  await paced(sentencesOf(withTableRows(paragraphs)), (sentence) => {
    const { text: quote, page } = sentence;
    const found = READERS.flatMap((read) => read(sentence));
    evidence.push(
      ...found.map((finding) => ({ ...finding, quote, page, origin: 'rules' as const })),
    );
    const font = otherFontIn(sentence);
    if (font !== undefined) otherFonts.add(font);
  });
  return { evidence, otherFonts: [...otherFonts] };
}
