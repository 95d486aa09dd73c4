import type { DocumentLanguage } from '../../common';

const VARIANTS: Partial<Record<DocumentLanguage, string>> = { de: 'de-DE', uk: 'uk-UA' };

const BRITISH =
  /\b(?:behaviour|colour|favour|labour|centre|programme|analys(?:e|ed|ing)|\w{3,}is(?:ation|ed|ing))\b/gi;
const AMERICAN =
  /\b(?:behavior|color|favor|labor|center|program|analyz(?:e|ed|ing)|\w{3,}iz(?:ation|ed|ing))\b/gi;

/** The code of the language by which LanguageTool checks spelling as well; English as it is spelt. */
export function variantOf(language: DocumentLanguage, text: string): string {
  if (language !== 'en') return VARIANTS[language] ?? language;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(BRITISH) > count(AMERICAN) ? 'en-GB' : 'en-US';
}
