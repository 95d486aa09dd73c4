import { CitationFormatter, type CitationStyle, plainText } from '../citations';
import type { DocumentLanguage } from '../common';
import type { CitationStyleItem } from './dto/citation-styles';
import { INVENTED_WORKS } from './invented-works';

const CITED_PAGE = { label: 'page', value: '14' } as const;

/** A book and an article that nobody wrote, cited and listed in a style. */
export function styleSample(
  style: CitationStyle,
  language: DocumentLanguage,
): CitationStyleItem['sample'] {
  const sources = INVENTED_WORKS[language];
  const clusters = sources.map(({ key }, index) => ({
    items: [
      {
        key,
        prefix: '',
        suffix: '',
        suppressAuthor: false,
        locator: index === 0 ? CITED_PAGE : null,
      },
    ],
  }));
  const { clusters: texts, bibliography } = CitationFormatter.create(
    style,
    language,
    sources,
  ).format(clusters);
  const entries = new Map(
    bibliography.map(({ key, label, text }) => [
      key,
      [label, plainText(text)].filter((part) => part !== null).join(' '),
    ]),
  );
  return {
    inText: plainText(texts[0] ?? []),
    bibliography: sources.map(({ key }) => entries.get(key) ?? ''),
  };
}
