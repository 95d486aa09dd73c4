import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Icon } from '../../ui/icon/icon';
import type { CitationItem } from '../../ui/prose/prose-model';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import { OfflineWriterNotice } from '../workspace/offline-writer-notice';
import type { HoldsChanges } from '../workspace/unsaved.guard';
import { BibliographyList } from './bibliography-list';
import { citationLabel } from './citation-label';
import { CitedSources } from './cited-sources';
import { ReadingStore } from './reading.store';
import { SectionEditor } from './section-editor';
import { SectionView } from './section-view';

@Component({
  selector: 'tg-reading-page',
  imports: [
    BibliographyList,
    Button,
    CitedSources,
    Empty,
    Icon,
    OfflineWriterNotice,
    ProblemNotice,
    RouterLink,
    SectionEditor,
    SectionView,
    TranslocoDirective,
  ],
  templateUrl: './reading-page.html',
  providers: [ReadingStore],
  host: { '(window:beforeunload)': 'onUnload($event)' },
})
export class ReadingPage implements HoldsChanges {
  protected readonly documents = inject(DocumentStore);
  protected readonly store = inject(ReadingStore);
  private readonly sources = inject(SourcesStore);

  /** The citation whose sources are shown beside the text. */
  protected readonly cited = signal<readonly CitationItem[] | null>(null);
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

  constructor() {
    void this.store.loadBibliography();
  }

  hasUnsavedChanges(): boolean {
    return this.store.changed();
  }

  protected onUnload(event: Event): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }
}
