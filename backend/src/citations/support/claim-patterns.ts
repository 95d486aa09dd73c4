import type { DocumentLanguage } from '../../common';

/** What makes a sentence one that wants a source. */
export const CLAIM_REASONS = [
  ...(['percentage', 'year', 'number', 'research', 'comparison'] as const),
  // to somebody who is no author of a source
  'attribution',
] as const;

export type ClaimReason = (typeof CLAIM_REASONS)[number];

const PERCENTAGE =
  /\d\s?%|(?<!\p{L})(?:per\s?cent|prozent|pour\s?cent|por\s+ciento|per\s+cento|відсотк|процент|procent)/iu;
const YEAR = /(?<![\p{L}\d.,])(?:1[5-9]|20)\d\d(?![\p{L}\d%])/u;
/** A figure; small ordinals and enumerations `(1)` are none. */
const NUMBER = /(?<![\p{L}\d(])\d+(?:[.,\u00a0 ]\d+)*(?![\p{L}\d)]|\.\s*$)/u;

interface Patterns {
  research: RegExp;
  comparison: RegExp;
}

const word = (alternatives: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${alternatives})(?![\p{L}\p{M}])`, 'iu');

const PATTERNS: Record<DocumentLanguage, Patterns> = {
  en: {
    research: word(
      String.raw`(?:stud(?:y|ies)|research(?:ers)?|experiments?|surveys?|meta-analys[ei]s|evidence|scientists)\s+(?:\p{L}+\s+){0,2}(?:shows?|shown|finds?|found|suggests?|suggested|proves?|proved|proven|demonstrates?|demonstrated|indicates?|indicated|confirms?|confirmed|agree)`,
    ),
    comparison: word(
      String.raw`(?:more|less|fewer|\p{L}{2,}er|better|worse)\s+(?:[\p{L}-]+\s+){0,4}than(?!\s+(?:one|once|two|a|an|half|\d))`,
    ),
  },
  de: {
    research: word(
      String.raw`(?:studien?|forschung(?:en)?|forsch(?:er|ende)n?|untersuchung(?:en)?|experimente?|metaanalysen?)\s+(?:\p{L}+\s+){0,2}(?:zeig\p{L}*|beleg\p{L}*|bewies\p{L}*|beweis\p{L}*|fand\p{L}*|ergab\p{L}*|bestätig\p{L}*|legen\s+nahe)`,
    ),
    comparison: word(
      String.raw`(?:mehr|weniger|besser|schlechter|häufiger|\p{L}{3,}ere?[nrsm]?),?\s+(?:[\p{L}-]+,?\s+){0,3}als(?!\s+(?:ein|zwei|nur))`,
    ),
  },
  fr: {
    research: word(
      String.raw`(?:études?|recherches?|chercheurs?|expériences?|enquêtes?)\s+(?:\p{L}+\s+){0,2}(?:montr\p{L}*|démontr\p{L}*|prouv\p{L}*|sugg\p{L}*|indiqu\p{L}*|confirm\p{L}*|révèl\p{L}*)`,
    ),
    comparison: word(
      String.raw`(?:plus|moins|mieux|meilleure?s?|pire)\s+(?:[\p{L}’'-]+\s+){0,5}qu(?:e|['’]\p{L}+)`,
    ),
  },
  es: {
    research: word(
      String.raw`(?:estudios?|investigaci(?:ón|ones)|investigadores|experimentos?|encuestas?)\s+(?:\p{L}+\s+){0,2}(?:m[uo]estr\p{L}*|mostr\p{L}*|dem[uo]estr\p{L}*|demostr\p{L}*|prueb\p{L}*|sugier\p{L}*|indic\p{L}*|confirm\p{L}*|revel\p{L}*)`,
    ),
    comparison: word(
      String.raw`(?:más|menos|mejor(?:es)?|peor(?:es)?|mayor(?:es)?|menor(?:es)?)\s+(?:[\p{L}-]+\s+){0,5}que`,
    ),
  },
  it: {
    research: word(
      String.raw`(?:studi[o]?|ricerc(?:a|he)|ricercatori|esperiment[io]|indagin[ei])\s+(?:\p{L}+\s+){0,2}(?:mostra\p{L}*|dimostra\p{L}*|prova\p{L}*|suggeri\p{L}*|indica\p{L}*|conferma\p{L}*|rivela\p{L}*)`,
    ),
    comparison: word(
      String.raw`(?:più|meno|meglio|peggio|migliori?|peggiori?)\s+(?:[\p{L}’'-]+\s+){0,4}(?:di(?!\s+un)|del\p{L}*|che|rispetto)`,
    ),
  },
  uk: {
    research: word(
      String.raw`(?:дослідження|досліди|експерименти?|науковці|учені|вчені|опитування)\s+(?:\p{L}+\s+){0,2}(?:показ\p{L}*|свідч\p{L}*|довод\p{L}*|дове\p{L}*|підтвердж\p{L}*|підтверд\p{L}*|вияв\p{L}*)`,
    ),
    comparison: word(
      String.raw`(?:більше|менше|краще|гірше|частіше|\p{L}{3,}іш(?:е|ий|а|і|их|ого|ою)),?\s+(?:[\p{L}’-]+,?\s+){0,4}(?:(?:ніж|за|від)(?!\s+один)|порівняно)`,
    ),
  },
  cs: {
    research: word(
      String.raw`(?:studie|výzkumy?|výzkumníci|vědci|experimenty?|průzkumy?)\s+(?:\p{L}+\s+){0,2}(?:ukaz\p{L}*|ukáz\p{L}*|proká\p{L}*|dokáz\p{L}*|dokazuj\p{L}*|naznač\p{L}*|potvr\p{L}*|zjist\p{L}*)`,
    ),
    comparison: word(
      String.raw`(?:více|méně|lépe|hůře|častěji|\p{L}{3,}(?:ější|ejší|ěji|eji|ší)),?\s+(?:[\p{L}-]+,?\s+){0,4}než(?!\s+jed)`,
    ),
  },
};

/** Why a sentence states a fact that wants a source; null when nothing in it tells so. */
export function claimReason(
  sentence: string,
  language: DocumentLanguage,
): Exclude<ClaimReason, 'attribution'> | null {
  if (PERCENTAGE.test(sentence)) return 'percentage';
  if (YEAR.test(sentence)) return 'year';
  if (NUMBER.test(sentence)) return 'number';
  const { research, comparison } = PATTERNS[language];
  if (research.test(sentence)) return 'research';
  return comparison.test(sentence) ? 'comparison' : null;
}
