import {
  Component,
  computed,
  effect,
  inject,
  input,
  inputBinding,
  linkedSignal,
  untracked,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { SourceCitation } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { ViewerLabels } from '../../core/pdf/viewer-labels';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Icon } from '../../ui/icon/icon';
import { Lazy, type LazyPart } from '../../ui/lazy/lazy';
import { Notice } from '../../ui/notice/notice';
import type { PdfLabels } from '../../ui/pdf-viewer/pdf-labels';
import type { PdfPlace } from '../../ui/pdf-viewer/pdf-viewer';
import { DocumentStore } from '../workspace/document.store';
import { CitedPlaces } from './cited-places';
import { SourceReaderStore } from './source-reader.store';
import { SourceText } from './source-text';

/** A source to read in: its own file, or what is known of its text, with what the thesis cites. */
@Component({
  selector: 'tg-source-reader-page',
  imports: [
    CitedPlaces,
    Icon,
    Lazy,
    Notice,
    ProblemNotice,
    RouterLink,
    SourceText,
    TranslocoDirective,
  ],
  templateUrl: './source-reader-page.html',
  styleUrl: './source-reader.css',
  encapsulation: ViewEncapsulation.None,
  providers: [SourceReaderStore],
})
export class SourceReaderPage {
  readonly sourceId = input.required<string>();
  /** The passage to begin with. */
  readonly passage = input<string>();
  /** Where one comes from, to go back there. */
  readonly from = input<string>();

  protected readonly store = inject(SourceReaderStore);
  protected readonly locale = inject(Locale);
  private readonly documents = inject(DocumentStore);
  private readonly labels = inject(ViewerLabels);
  private readonly transloco = inject(TranslocoService);

  /** The citation whose passage is shown. Another object shows it once more. */
  protected readonly chosen = linkedSignal((): SourceCitation | null => {
    const wanted = this.passage();
    return this.store.citations().find(({ passage }) => passage?.id === wanted) ?? null;
  });

  protected readonly file = computed(() => {
    const pdfs = this.store.pdfs();
    const passage = this.chosen()?.passage ?? null;
    return pdfs.find(({ id }) => id === passage?.fileId) ?? pdfs[0] ?? null;
  });

  /** What is shown: a passage that stands in no PDF is shown in the text. */
  protected readonly mode = linkedSignal((): 'file' | 'text' => {
    const file = this.file();
    const passage = this.chosen()?.passage ?? null;
    if (file === null) return 'text';
    return passage === null || passage.fileId === file.id ? 'file' : 'text';
  });

  protected readonly language = computed(() => this.store.source()?.language ?? null);

  private readonly bytes = computed(() => {
    const file = this.file();
    return file && this.store.bytesOf(file);
  });
  private readonly place = computed((): PdfPlace | null => {
    const passage = this.chosen()?.passage ?? null;
    if (passage === null || passage.page === null || passage.fileId !== this.file()?.id)
      return null;
    return { page: passage.page, passage: passage.text.slice(passage.start, passage.end) };
  });
  private readonly viewerLabels = computed((): PdfLabels => {
    const say = (key: string, values = {}) =>
      this.transloco.translate<string>(`sourceReader.${key}`, values, this.locale.language());
    const name = say('name', { title: this.store.source()?.title });
    return { ...this.labels.labels(), name, pageComplex: say('pageComplex') };
  });

  /** The program for PDFs comes only where there is one to show. */
  protected readonly viewer: LazyPart = {
    load: async () => (await import('../../ui/pdf-viewer/pdf-viewer')).PdfViewer,
    bindings: () => [
      inputBinding('bytes', this.bytes),
      inputBinding('labels', this.viewerLabels),
      inputBinding('place', this.place),
    ],
  };

  constructor() {
    effect(() => {
      const [id, sourceId] = [this.documents.document()?.id, this.sourceId()];
      if (id !== undefined) untracked(() => void this.store.load(id, sourceId));
    });
  }

  protected choose(citation: SourceCitation): void {
    this.chosen.set({ ...citation });
  }
}
