import type { DocumentLanguage } from '../../common';

export interface TextSpan {
  start: number;
  /** Exclusive. */
  end: number;
}

/** Abbreviations after which a sentence goes on, of all our languages together, in lower case. */
const ABBREVIATIONS = new Set(
  `al approx art bd bzw ca cap cf ch chap col corp diss dr ed eds esp etc et fig figs hg hrsg ibid inc
  jh jr kap lat ms mr mrs nr no nos op orig p pag par phil pp prof pt resp rev sc sec sig sog sr st
  tab tj trad trans univ usw vgl viz vol vols vs z zb apod aj atd mj např napr obr popř resp sr str tzv
  tzn ed núm pág págs ud p.ej ph.d
  див гл ім ін інш мал напр наук обл проф рис рр с см ст табл т тис та вид`.split(/\s+/),
);

const LAST_WORD = /([\p{L}.]+)\.[)\]]?\s*$/u;
/** `H` of H. L. Roediger, `U.S`, `e.g`. */
const LETTERS = /^\p{L}(?:\.\p{L})*$/u;

/** Whether what reads like the end of a sentence is an abbreviation or someone's initial. */
function endsInAbbreviation(text: string): boolean {
  const word = LAST_WORD.exec(text.slice(-40))?.[1];
  if (word === undefined || /\n/.test(text.slice(-3))) return false;
  return LETTERS.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

/** Whether a segment goes on after a quoted question: “Why?” he asked. */
function continues(segment: string, before: string | undefined): boolean {
  return /^\p{Ll}/u.test(segment) && before !== undefined && before !== '\n';
}

const segmenters = new Map<DocumentLanguage, Intl.Segmenter>();

function segmenterOf(language: DocumentLanguage): Intl.Segmenter {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/**
 * The sentences of a text by the rules of Unicode (UAX #29), which know no abbreviations: those are
 * mended here. Spans leave out the white space around; a line break always ends a sentence.
 */
export function sentencesOf(text: string, language: DocumentLanguage): TextSpan[] {
  const sentences: TextSpan[] = [];
  let open: TextSpan | undefined;
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    if (open === undefined && continues(segment, text[index - 1])) open = sentences.pop();
    open = { start: open?.start ?? start, end: index + segment.trimEnd().length };
    if (endsInAbbreviation(segment)) continue;
    if (open.end > open.start) sentences.push(open);
    open = undefined;
  }
  if (open !== undefined && open.end > open.start) sentences.push(open);
  return sentences;
}
