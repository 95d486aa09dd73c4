import type { CitationCluster, CitationItem } from '../../citations/citation-cluster';
import { renderCitation } from '../../citations/parse-citations';
import type { DocumentLanguage } from '../../common';
import { atPlaceholders } from '../model/citation-placeholders';
import type { Placer } from '../model/citation-placer';
import type { Inline, InlineText } from '../model/document-model';
import { Formulas } from '../model/formulas';
import { escaped } from './pandoc-text';

/**
 * Pandoc knows the words of locators by the language of the document. A number without a word is a
 * page in every language; ours are English.
 */
function pageNumber({ locator }: CitationItem, language: DocumentLanguage): string | null {
  if (language === 'en' || locator?.label !== 'page') return null;
  return /^\d/.test(locator.value) ? locator.value : null;
}

function written(item: CitationItem, language: DocumentLanguage): CitationItem {
  const page = pageNumber(item, language);
  const suffix = escaped(item.suffix);
  return {
    ...item,
    prefix: escaped(item.prefix),
    ...(page === null
      ? { suffix }
      : { locator: null, suffix: suffix === '' ? page : `${page}, ${suffix}` }),
  };
}

/** Leaves citations as citations, and remembers which it has written. */
export class PandocCitations implements Placer {
  readonly formulas = new Formulas();
  private readonly placed = new Set<number>();

  constructor(
    private readonly clusters: readonly CitationCluster[],
    private readonly language: DocumentLanguage,
  ) {}

  place(text: string, style: Omit<Inline, 'text'>): InlineText {
    return text === '' ? [] : [{ ...style, text }];
  }

  placeAsText(text: string): string {
    return this.formulas.restored(this.write(text, (part) => part));
  }

  /** The text with its citations in the places of their placeholders, and the rest as told. */
  write(text: string, rest: (part: string) => string): string {
    return atPlaceholders(text)
      .map((part, index) => {
        if (index % 2 === 1) return this.citation(Number(part));
        return part === '' ? '' : rest(part);
      })
      .join('');
  }

  private citation(index: number): string {
    this.placed.add(index);
    const items = this.clusters[index]?.items ?? [];
    return renderCitation(items.map((item) => written(item, this.language)));
  }

  /** False when Markdown swallowed a citation; an export may never drop one silently. */
  get complete(): boolean {
    return this.placed.size === this.clusters.length;
  }
}
