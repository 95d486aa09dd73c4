import { paced } from '../../common';
import type { RuleReader } from './finding';
import { isIllustration } from './lexicon';
import { listsOf } from './lists';
import type { Evidence } from './reconcile';
import { readCaptions } from './rules/captions';
import { readCitationStyle } from './rules/citation-style';
import { HEADING_READERS } from './rules/headings';
import { readLength } from './rules/length';
import { readMargins } from './rules/margins';
import { readPageNumbers } from './rules/page-numbers';
import { readPageSize } from './rules/page-size';
import { readAlignment, readIndent, readLineSpacing } from './rules/paragraph';
import { isOrderLead, readPartList, readPartOrder } from './rules/parts';
import { isTitlePageLead, readTitlePage, readTitlePageList } from './rules/title-page';
import { otherFontIn, readFont, readSizes } from './rules/type';
import { withoutMarkup } from './plain-markup';
import { type Paragraph, type Sentence, sentencesOf } from './sentence';
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

/** What a list says as a whole. */
const LIST_READERS: readonly RuleReader[] = [readPartList, readTitlePageList];

const beginsList = (topic: string) => isOrderLead(topic) || isTitlePageLead(topic);

export interface Extraction {
  evidence: Evidence[];
  /** Typefaces that are asked for and cannot be set. */
  otherFonts: string[];
}

/** Everything that our rules read in a text, in turns that leave room for other requests. */
export async function extract(paragraphs: readonly Paragraph[]): Promise<Extraction> {
  const plain: Paragraph[] = [];
  const evidence: Evidence[] = [];
  const otherFonts = new Set<string>();
  const readWith = (readers: readonly RuleReader[], sentence: Sentence) => {
    const { text: quote, page } = sentence;
    const found = readers.flatMap((read) => read(sentence));
    evidence.push(
      ...found.map((finding) => ({ ...finding, quote, page, origin: 'rules' as const })),
    );
  };
  const remembered = function* () {
    for (const paragraph of withoutMarkup(paragraphs)) {
      plain.push(paragraph);
      yield paragraph;
    }
  };
  await paced(sentencesOf(withTableRows(remembered())), (sentence) => {
    if (isIllustration(sentence.text)) return;
    readWith(READERS, sentence);
    const font = otherFontIn(sentence);
    if (font !== undefined) otherFonts.add(font);
  });
  await paced(listsOf(plain, beginsList), (list) => {
    if (list !== null) readWith(LIST_READERS, list);
  });
  return { evidence, otherFonts: [...otherFonts] };
}
