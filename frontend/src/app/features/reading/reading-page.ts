import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  inputBinding,
  linkedSignal,
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
import { Notice } from '../../ui/notice/notice';
import { citationId, type PlacedCitation } from '../../ui/prose/prose-context';
import { Switch } from '../../ui/switch/switch';
import { DocumentStore } from '../workspace/document.store';
import { OfflineWriterNotice } from '../workspace/offline-writer-notice';
import type { HoldsChanges } from '../workspace/unsaved.guard';
import { BibliographyList } from './bibliography-list';
import { ChecksPanel } from './checks/checks-panel';
import { ChecksStore } from './checks/checks.store';
import { FocusMode } from './editor/focus-mode';
import { nextConcern, type OpenCitation, storedCitation } from './evidence/placed-citations';
import { SupportOverview } from './evidence/support-overview';
import { SupportStore } from './evidence/support.store';
import { FiguresStore } from './figures/figures.store';
import { FrontMatter } from './front-matter/front-matter';
import { FrontMatterStore } from './front-matter/front-matter.store';
import type { EarlierText } from './history/history-dialog';
import { Pace } from './pace';
import { ProvenanceStore } from './provenance/provenance.store';
import { ReadingStore } from './reading.store';
import { Autosave } from './saving/autosave';
import { type KeptDraft, KeptDrafts } from './saving/kept-drafts';
import { LeftDrafts } from './saving/left-drafts';
import { SectionView } from './section-view';
import { ShownDocument } from './shown-document';
import { type StoredText, StoredTexts } from './stored-texts';

@Component({
  selector: 'tg-reading-page',
  imports: [
    BibliographyList,
    Button,
    ChecksPanel,
    Empty,
    FrontMatter,
    Icon,
    Lazy,
    LeftDrafts,
    NgTemplateOutlet,
    Notice,
    OfflineWriterNotice,
    ProblemNotice,
    RouterLink,
    SectionView,
    SupportOverview,
    Switch,
    TranslocoDirective,
  ],
  templateUrl: './reading-page.html',
  // they come with the page, so that nobody loads them who only looks in
  styleUrls: [
    './reading.css',
    './prose-extras.css',
    './evidence/evidence.css',
    './checks/checks.css',
    './provenance/provenance.css',
  ],
  encapsulation: ViewEncapsulation.None,
  providers: [
    ...[ChecksStore, FrontMatterStore, ProvenanceStore, ReadingStore, StoredTexts, SupportStore],
    ...[Autosave, FiguresStore, FocusMode, KeptDrafts, Pace, ShownDocument],
  ],
  host: { '(window:beforeunload)': 'onUnload($event)' },
})
export class ReadingPage implements HoldsChanges {
  protected readonly documents = inject(DocumentStore);
  protected readonly provenance = inject(ProvenanceStore);
  protected readonly store = inject(ReadingStore);
  protected readonly supports = inject(SupportStore);
  protected readonly pace = inject(Pace);
  protected readonly shown = inject(ShownDocument);
  private readonly autosave = inject(Autosave);
  private readonly figures = inject(FiguresStore);
  private readonly frontMatter = inject(FrontMatterStore);
  private readonly kept = inject(KeptDrafts);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);

  /**
   * Nothing is written yet, so that there is nothing to look into. While somebody writes it stays,
   * since what comes above would push their text away.
   */
  protected readonly isBlank = linkedSignal<{ isBlank: boolean; isWriting: boolean }, boolean>({
    source: () => ({
      isBlank: this.documents.writtenSections() === 0,
      isWriting: this.store.draft() !== null,
    }),
    computation: ({ isBlank, isWriting }, before) =>
      isWriting && before !== undefined ? before.value : isBlank,
  });

  /** The citation whose evidence is shown beside the text. */
  protected readonly open = signal<OpenCitation | null>(null);
  /** Id of the section whose earlier texts are shown. */
  protected readonly historyOf = signal<string | null>(null);

  /** Once it was open it stays, so that its window can close by itself and give the focus back. */
  protected readonly historyUsed = signal(false);
  /** For those who do not see the text change. */
  protected readonly restored = signal(false);

  protected readonly openCitation = computed(() => {
    const citation = this.open();
    const section = this.shown
      .entries()
      .find((one) => one.heading.id === citation?.sectionId)?.section;
    return citation !== null && section ? { citation, section } : null;
  });

  /** What many never open comes when it is opened. */
  protected readonly parts: Record<'editor' | 'evidence' | 'history' | 'provenance', LazyPart> = {
    provenance: {
      load: async () => (await import('./provenance/provenance-panel')).ProvenancePanel,
    },
    evidence: {
      load: async () => (await import('./evidence/evidence-panel')).EvidencePanel,
      bindings: () => [
        inputBinding('shown', this.openCitation),
        inputBinding('sources', this.shown.sourcesByKey),
        inputBinding('bibliography', this.store.bibliography),
        outputBinding('dismiss', () => this.closeEvidence()),
        outputBinding('next', () => this.showNext()),
      ],
    },
    editor: {
      load: async () => (await import('./editor/section-editor')).SectionEditor,
      bindings: () => [
        inputBinding('about', this.shown.about),
        inputBinding('citationLabel', this.shown.label),
        inputBinding('sources', this.shown.sourcesByKey),
        outputBinding<PlacedCitation>('cited', (citation) => this.openFromRoom(citation)),
        outputBinding<string>('goTo', (id) => void this.goTo(id)),
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
    // before all else is asked of the server: whoever opens a long text wants to write in it soon
    void this.parts.editor.load();
    void this.store.loadBibliography();
    const known = this.documents.document()?.id;
    if (known !== undefined) void this.kept.look(known);
    effect(() => {
      const document = this.documents.document();
      if (document === null) return;
      const { id, sections } = document;
      const isShown = this.provenance.shown();
      untracked(() => {
        void this.supports.follow(id, sections);
        void this.frontMatter.load(id);
        void this.figures.load(id);
        this.pace.begin(sections);
        if (isShown) void this.provenance.load(id);
      });
    });
  }

  /** What can be sent is sent on the way out; what cannot is worth a question. */
  hasUnsavedChanges(): boolean {
    this.store.settle();
    const state = this.store.state();
    if (state === 'changed') void this.autosave.send();
    return state === 'waiting' || state === 'refused' || state === 'conflict';
  }

  protected onUnload(event: Event): void {
    this.store.settle();
    if (this.store.changed()) event.preventDefault();
  }

  protected openIn(sectionId: string): number | null {
    const open = this.open();
    return open?.sectionId === sectionId ? open.ordinal : null;
  }

  /** A text that a window left behind goes on where it was. */
  protected openLeft({
    key,
    sectionId,
    base,
    content,
    version,
    accepted = [],
  }: KeptDraft & { key: string }): void {
    this.edit({ id: sectionId, content: base, version });
    for (const one of accepted) this.store.take(one);
    this.store.replace(content);
    this.kept.remove(key);
  }

  private async goTo(sectionId: string): Promise<void> {
    await this.store.save();
    const section = this.documents.document()?.sections.find(({ id }) => id === sectionId);
    if (this.store.draft() === null && section !== undefined) this.edit(section);
  }

  private openFromRoom(citation: PlacedCitation): void {
    const section = this.shown.edited()?.section;
    if (!section) return;
    this.open.set({ ...storedCitation(section.content, citation), sectionId: section.id });
  }

  private closeEvidence(): void {
    this.open.set(null);
    if (this.store.draft() === null) return;
    this.page.querySelector<HTMLElement>('.room-text')?.focus();
  }

  protected edit(text: StoredText & { id: string }): void {
    this.store.settle();
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
    this.store.replace(content);
  }

  private onRestored(): void {
    this.open.set(null);
    this.restored.set(true);
    void this.store.loadBibliography();
  }

  protected showNext(): void {
    const order = this.shown.entries().map(({ heading }) => heading.id);
    const next = nextConcern(this.supports.concerns(), this.open(), order);
    if (next === undefined) return;
    this.open.set(next);
    this.pace.all();
    const show = () => {
      this.page
        .getElementById(citationId(next.sectionId, next.ordinal))
        ?.scrollIntoView({ block: 'center' });
    };
    afterNextRender(show, { injector: this.injector });
  }
}
