import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  inputBinding,
  outputBinding,
  signal,
  untracked,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Icon } from '../../ui/icon/icon';
import { Lazy, type LazyPart } from '../../ui/lazy/lazy';
import { citationId } from '../../ui/prose/prose-context';
import type { CitationItem } from '../../ui/prose/prose-model';
import { Switch } from '../../ui/switch/switch';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import { OfflineWriterNotice } from '../workspace/offline-writer-notice';
import type { HoldsChanges } from '../workspace/unsaved.guard';
import { AbstractStore } from './abstract/abstract.store';
import { AbstractView } from './abstract/abstract-view';
import { BibliographyList } from './bibliography-list';
import { ChecksPanel } from './checks/checks-panel';
import { ChecksStore } from './checks/checks.store';
import { citationLabel } from './citation-label';
import { nextConcern, type OpenCitation } from './evidence/placed-citations';
import { SupportOverview } from './evidence/support-overview';
import { SupportStore } from './evidence/support.store';
import type { EarlierText } from './history/history-dialog';
import { ProvenanceStore } from './provenance/provenance.store';
import { ReadingStore } from './reading.store';
import { SectionView } from './section-view';
import { ABSTRACT, type StoredText, StoredTexts } from './stored-texts';
import { TextEditor } from './text-editor';

@Component({
  selector: 'tg-reading-page',
  imports: [
    AbstractView,
    BibliographyList,
    Button,
    ChecksPanel,
    Empty,
    Icon,
    Lazy,
    OfflineWriterNotice,
    ProblemNotice,
    RouterLink,
    SectionView,
    SupportOverview,
    Switch,
    TextEditor,
    TranslocoDirective,
  ],
  templateUrl: './reading-page.html',
  // they come with the page, so that nobody loads them who only looks in
  styleUrls: [
    './reading.css',
    './evidence/evidence.css',
    './checks/checks.css',
    './provenance/provenance.css',
  ],
  encapsulation: ViewEncapsulation.None,
  providers: [AbstractStore, ChecksStore, ProvenanceStore, ReadingStore, StoredTexts, SupportStore],
  host: { '(window:beforeunload)': 'onUnload($event)' },
})
export class ReadingPage implements HoldsChanges {
  protected readonly documents = inject(DocumentStore);
  protected readonly provenance = inject(ProvenanceStore);
  protected readonly store = inject(ReadingStore);
  protected readonly supports = inject(SupportStore);
  private readonly abstracts = inject(AbstractStore);
  private readonly sources = inject(SourcesStore);
  private readonly page = inject(DOCUMENT);

  protected readonly abstractId = ABSTRACT;
  /** Essays have none, unless somebody has given them one. */
  protected readonly hasAbstract = computed(() => {
    const isEssay = this.documents.document()?.type === 'essay';
    return !isEssay || (this.abstracts.abstract()?.content ?? '') !== '';
  });

  /** The citation whose evidence is shown beside the text. */
  protected readonly open = signal<OpenCitation | null>(null);
  /** Id of the section whose earlier texts are shown. */
  protected readonly historyOf = signal<string | null>(null);

  /** Once it was open it stays, so that its window can close by itself and give the focus back. */
  protected readonly historyUsed = signal(false);
  /** For those who do not see the text change. */
  protected readonly restored = signal(false);

  protected readonly sourcesByKey = computed(
    () => new Map((this.sources.sources() ?? []).map((source) => [source.key, source])),
  );
  protected readonly label = computed(() => {
    const sources = this.sourcesByKey();
    const bibliography = this.store.bibliography();
    return (items: readonly CitationItem[]) => citationLabel(items, sources, bibliography);
  });
  protected readonly entries = computed(() => {
    const document = this.documents.document();
    const sections = new Map(document?.sections.map((section) => [section.id, section]));
    return (document?.outline?.sections ?? []).map((heading) => ({
      heading,
      section: sections.get(heading.id) ?? null,
    }));
  });
  protected readonly openCitation = computed(() => {
    const citation = this.open();
    const section = this.entries().find((one) => one.heading.id === citation?.sectionId)?.section;
    return citation !== null && section ? { citation, section } : null;
  });

  /** What many never open comes when it is opened. */
  protected readonly parts: Record<'evidence' | 'history' | 'provenance', LazyPart> = {
    provenance: {
      load: async () => (await import('./provenance/provenance-panel')).ProvenancePanel,
    },
    evidence: {
      load: async () => (await import('./evidence/evidence-panel')).EvidencePanel,
      bindings: () => [
        inputBinding('shown', this.openCitation),
        inputBinding('sources', this.sourcesByKey),
        inputBinding('bibliography', this.store.bibliography),
        outputBinding('dismiss', () => this.open.set(null)),
        outputBinding('next', () => this.showNext()),
      ],
    },
    history: {
      load: async () => (await import('./history/history-dialog')).HistoryDialog,
      bindings: () => [
        inputBinding('sectionId', this.historyOf),
        outputBinding('closed', () => this.historyOf.set(null)),
        outputBinding('restored', () => this.onRestored()),
        outputBinding<EarlierText>('edit', (text) => this.editFrom(text)),
      ],
    },
  };

  constructor() {
    void this.store.loadBibliography();
    effect(() => {
      const document = this.documents.document();
      if (document === null) return;
      const { id, sections } = document;
      const isShown = this.provenance.shown();
      untracked(() => {
        void this.supports.follow(id, sections);
        void this.abstracts.load(id);
        if (isShown) void this.provenance.load(id);
      });
    });
  }

  hasUnsavedChanges(): boolean {
    return this.store.changed();
  }

  protected onUnload(event: Event): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  protected openIn(sectionId: string): number | null {
    const open = this.open();
    return open?.sectionId === sectionId ? open.ordinal : null;
  }

  protected editAbstract(): void {
    const abstract = this.abstracts.abstract();
    if (abstract !== null) this.edit({ ...abstract, id: ABSTRACT });
  }

  protected edit(text: StoredText & { id: string }): void {
    // with another text the place of a citation is another one
    this.open.set(null);
    this.restored.set(false);
    this.store.edit(text);
  }

  protected showHistory(sectionId: string): void {
    this.historyUsed.set(true);
    this.historyOf.set(sectionId);
  }

  /** Puts an earlier text under the pen, where it can be mended before it is stored. */
  private editFrom({ section, content }: EarlierText): void {
    this.historyOf.set(null);
    this.edit(section);
    this.store.type(content);
  }

  private onRestored(): void {
    this.open.set(null);
    this.restored.set(true);
    void this.store.loadBibliography();
  }

  protected showNext(): void {
    const order = this.entries().map(({ heading }) => heading.id);
    const next = nextConcern(this.supports.concerns(), this.open(), order);
    if (next === undefined) return;
    this.open.set(next);
    this.page
      .getElementById(citationId(next.sectionId, next.ordinal))
      ?.scrollIntoView({ block: 'center' });
  }
}
