import CSL, { type Citation, type CiteItem, type Engine } from 'citeproc';
import type { DocumentLanguage } from '../../common';
import { ProblemException } from '../../common/problem';
import type { CitationCluster, CitationItem } from '../citation-cluster';
import type { CitationStyle } from '../citation-styles';
import { bySourceLanguage } from './by-source-language';
import { citeprocItem, type FormattableSource } from './citeproc-item';
import { dstuItem } from './dstu-item';
import { type FormattedText, plainText } from './formatted-text';
import { RUN_FORMAT, splitLabel, toRuns } from './run-format';
import { installSparedWork } from './spared-work';
import { cslLocale, cslStyle } from './style-library';
import { cslLanguage, cslStyleId, SOURCE_LOCALES } from './style-names';

export interface BibliographyEntry {
  key: string;
  /** `[1]` or `1.` in a numeric style, else null. */
  label: string | null;
  text: FormattedText;
}

export interface FormattedCitations {
  /**
   * What stands in the text for each cluster, in the order given; in a notes style, what its
   * footnote says.
   */
  clusters: FormattedText[];
  /** Whether each cluster is a footnote, numbered from 1 in the order given. */
  asNotes: boolean;
  /** Every cited source once and no other, in the style's order. */
  bibliography: BibliographyEntry[];
}

/** What citeproc writes when a cite comes to nothing, such as a suppressed author in MLA. */
const NOTHING_PRINTED = /NO_PRINTED_FORM|CSL STYLE ERROR/;

function unknownKey(key: string): ProblemException {
  const detail = `The text cites ${key}, which is not a source of this document. Add it, or remove the citation.`;
  return new ProblemException('INVALID_CITATION', detail);
}

function spacedSuffix(suffix: string): string {
  const text = suffix.trim();
  return text === '' || /^[,.;:]/.test(text) ? text : `, ${text}`;
}

/**
 * Formats citations and the bibliography in a CSL style and language, by citeproc-js. The output
 * depends on nothing but the arguments.
 *
 * @example
 * const { clusters, bibliography } = CitationFormatter.create('apa', 'en', sources).format(
 *   parseCitations(markdown).clusters,
 * );
 */
export class CitationFormatter {
  private readonly ids: ReadonlyMap<string, string>;
  private readonly keys: ReadonlyMap<string, string>;

  private constructor(
    private readonly engine: Engine,
    private readonly asNotes: boolean,
    sources: readonly FormattableSource[],
  ) {
    const pairs = sources.map(({ key }, index): [string, string] => [key, itemId(index)]);
    this.ids = new Map(pairs);
    this.keys = new Map(pairs.map(([key, id]) => [id, key]));
  }

  static create(
    style: CitationStyle,
    language: DocumentLanguage,
    sources: readonly FormattableSource[],
  ): CitationFormatter {
    installSparedWork();
    const items = new Map(sources.map((source, index) => [itemId(index), source]));
    const isDstu = style === 'dstu8302';
    const cslItem = (id: string) => {
      const item = citeprocItem(id, items.get(id) ?? { key: id, csl: {} });
      return isDstu ? dstuItem(item) : item;
    };
    const plain = cslStyle(cslStyleId(style, language));
    const engine = new CSL.Engine(
      { retrieveLocale: cslLocale, retrieveItem: cslItem },
      isDstu ? bySourceLanguage(plain, SOURCE_LOCALES) : plain,
      cslLanguage(style, language),
      true,
    );
    engine.opt.development_extensions.wrap_url_and_doi = true;
    engine.setOutputFormat(RUN_FORMAT);
    return new CitationFormatter(engine, plain.attrs['class'] === 'note', sources);
  }

  /**
   * @param clusters in document order, of the whole document: numbers, `2020a` and `et al.` depend
   * on all of them
   * @throws ProblemException INVALID_CITATION when a key is no source's
   */
  format(clusters: readonly Pick<CitationCluster, 'items'>[]): FormattedCitations {
    const citations = clusters.map(({ items }, index) => this.citation(items, index));
    const texts = this.render(citations);
    const suppressed = citations.filter((_, index) => NOTHING_PRINTED.test(texts[index] ?? ''));
    if (suppressed.length > 0) {
      for (const { citationItems } of suppressed) {
        for (const item of citationItems) item['suppress-author'] = false;
      }
      texts.splice(0, texts.length, ...this.render(citations));
    }
    const { asNotes } = this;
    return { clusters: texts.map(toRuns), asNotes, bibliography: this.bibliography() };
  }

  /**
   * The bibliography alone. What is cited again changes nothing of it, and a long text cites each of
   * its works many times.
   * @param keys of the cited works, in the order of their first citations
   * @throws ProblemException INVALID_CITATION when a key is no source's
   */
  works(keys: readonly string[]): BibliographyEntry[] {
    this.engine.updateItems(keys.map((key) => this.idOf(key)));
    return this.bibliography();
  }

  private idOf(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw unknownKey(key);
    return id;
  }

  private citation(items: readonly CitationItem[], index: number): Citation {
    return {
      citationID: `c${String(index)}`,
      citationItems: items.map((item) => this.cite(item)),
      properties: { index, noteIndex: this.asNotes ? index + 1 : 0 },
    };
  }

  private cite({ key, prefix, locator, suffix, suppressAuthor }: CitationItem): CiteItem {
    return {
      id: this.idOf(key),
      ...(locator && { locator: locator.value, label: locator.label }),
      ...(prefix.trim() !== '' && { prefix: `${prefix.trim()} ` }),
      ...(suffix.trim() !== '' && { suffix: spacedSuffix(suffix) }),
      // A note stands apart from the sentence that names the author
      'suppress-author': suppressAuthor && !this.asNotes,
    };
  }

  private render(citations: readonly Citation[]): string[] {
    const texts =
      this.asNotes && citations.length > 0
        ? this.notesAtOnce(citations)
        : new Map<string, string>();
    const complete = texts.size === citations.length ? texts : this.oneByOne(citations);
    return citations.map(({ citationID }) => complete.get(citationID) ?? '');
  }

  /**
   * Each note once, all at the same time: one by one, citeproc goes through all that went before for
   * each, and writes a note anew when its work is cited again.
   * @returns the texts by id; of fewer in a style whose notes don't depend on each other
   */
  private notesAtOnce(citations: readonly Citation[]): Map<string, string> {
    this.engine.setOutputFormat(RUN_FORMAT);
    // citeproc keeps and changes what it is given
    const [, texts] = this.engine.restoreProcessorState(structuredClone(citations));
    return new Map(texts.map(([, text, id]) => [id, text]));
  }

  private oneByOne(citations: readonly Citation[]): Map<string, string> {
    const texts = this.engine.rebuildProcessorState(structuredClone(citations), RUN_FORMAT);
    return new Map(texts.map(([id, , text]) => [id, text]));
  }

  private bibliography(): BibliographyEntry[] {
    const made = this.engine.makeBibliography();
    if (made === false) return [];
    const [{ entry_ids: ids }, entries] = made;
    return entries.map((entry, index) => {
      const key = this.keys.get(ids[index]?.[0] ?? '') ?? '';
      const { label, rest } = splitLabel(entry);
      const text = toRuns(rest);
      const printed = !NOTHING_PRINTED.test(rest) && plainText(text) !== '';
      return { key, label, text: printed ? text : [{ text: key }] };
    });
  }
}

/** Keys are free text, and citeproc uses identifiers as names of object properties. */
function itemId(index: number): string {
  return `s${String(index)}`;
}
