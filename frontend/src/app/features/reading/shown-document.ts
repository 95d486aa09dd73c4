import { computed, inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { type CaptionNumbers, NO_CAPTIONS } from '../../ui/prose/caption-numbers';
import type { CitationItem } from '../../ui/prose/prose-model';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import { citationLabel } from './citation-label';
import { documentCaptions } from './document-captions';
import type { EditedText } from './edited-text';
import { FiguresStore } from './figures/figures.store';
import { FrontMatterStore } from './front-matter/front-matter.store';
import { isFrontPart } from './front-matter/front-parts';
import { ReadingStore } from './reading.store';

/** What the reading page shows of the open document, put together from the stores. */
@Injectable()
export class ShownDocument {
  private readonly documents = inject(DocumentStore);
  private readonly figures = inject(FiguresStore);
  private readonly frontMatter = inject(FrontMatterStore);
  private readonly locale = inject(Locale);
  private readonly sources = inject(SourcesStore);
  private readonly store = inject(ReadingStore);
  private readonly transloco = inject(TranslocoService);

  readonly sourcesByKey = computed(
    () => new Map((this.sources.sources() ?? []).map((source) => [source.key, source])),
  );
  readonly label = computed(() => {
    const sources = this.sourcesByKey();
    const bibliography = this.store.bibliography();
    return (items: readonly CitationItem[]) => citationLabel(items, sources, bibliography);
  });
  readonly figure = computed(() => {
    const figures = this.figures.byKey();
    return (key: string) => figures.get(key);
  });
  /** The headings of the outline, each with its section. */
  readonly entries = computed(() => {
    const document = this.documents.document();
    const sections = new Map(document?.sections.map((section) => [section.id, section]));
    return (document?.outline?.sections ?? []).map((heading) => ({
      heading,
      section: sections.get(heading.id) ?? null,
    }));
  });
  /** How many entries stand before the bibliography: all but the appendices. */
  readonly beforeBibliography = computed(() => {
    const entries = this.entries();
    const appendix = entries.findIndex(({ heading }) => heading.role === 'appendix');
    return appendix === -1 ? entries.length : appendix;
  });
  private readonly captionNumbers = computed(
    () => {
      const document = this.documents.document();
      return document === null
        ? new Map<string, CaptionNumbers>()
        : documentCaptions(document, document.outline?.sections ?? []);
    },
    { equal: isSameNumbers },
  );

  private readonly draftId = computed(() => this.store.draft()?.sectionId);
  /** What is under the pen: a section with its heading; undefined for another text and nothing. */
  readonly edited = computed(() => {
    const id = this.draftId();
    return this.entries().find(({ heading }) => heading.id === id);
  });
  readonly about = computed((): EditedText => {
    const edited = this.edited();
    const front = this.editedFront();
    return {
      title: edited?.heading.title ?? front?.title ?? '',
      language: front?.language ?? this.documents.document()?.language ?? 'en',
      targetWords: edited?.heading.targetWords ?? 0,
      otherWords: this.countedWords(edited?.heading.id),
      isCounted: edited !== undefined && edited.heading.role !== 'appendix',
      captions: this.captionsOf(edited?.heading.id),
    };
  });
  /** A text in front of the chapters that is under the pen. */
  private readonly editedFront = computed(() => {
    const id = this.draftId();
    const text = isFrontPart(id) ? this.frontMatter.text(id) : undefined;
    if (text === undefined) return undefined;
    const { part, language } = text;
    const name = this.say(`names.${part}`);
    if (part !== 'second_abstract') return { title: name, language };
    const names = { name, language: this.locale.languageName(language) };
    return { title: this.say('inLanguage', names), language };
  });

  private say(key: string, params = {}): string {
    const path = `reading.frontMatter.${key}`;
    return this.transloco.translate<string>(path, params, this.locale.language());
  }

  /** Words that count for the length, but those of one section. */
  private countedWords(exceptId?: string): number {
    return this.entries()
      .filter(({ heading: { id, role } }) => role !== 'appendix' && id !== exceptId)
      .reduce((sum, { section }) => sum + (section?.wordCount ?? 0), 0);
  }

  captionsOf(sectionId = ''): CaptionNumbers {
    const numbers = this.captionNumbers().get(sectionId);
    if (numbers !== undefined) return numbers;
    const language = this.documents.document()?.language ?? 'en';
    return { language, before: NO_CAPTIONS, references: new Map() };
  }
}

/** So that one edit does not draw every section anew. */
function isSameNumbers(
  some: ReadonlyMap<string, CaptionNumbers>,
  others: ReadonlyMap<string, CaptionNumbers>,
): boolean {
  const told = (numbers: typeof some) => {
    // all sections share those of the document
    const [first] = numbers.values();
    const counts = [...numbers].map(([id, { language, before }]) => [id, language, before]);
    return JSON.stringify([[...(first?.references ?? [])], counts]);
  };
  return told(some) === told(others);
}
