import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  inputBinding,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Icon } from '../../ui/icon/icon';
import { Lazy, type LazyPart } from '../../ui/lazy/lazy';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';
import { Switch } from '../../ui/switch/switch';
import { DocumentStore } from '../workspace/document.store';
import { OfflineWriterNotice } from '../workspace/offline-writer-notice';
import { RequirementsStore } from '../requirements/requirements.store';
import { ComplianceStore, type PagedFormat } from './compliance/compliance.store';
import { ReportView } from './compliance/report-view';
import { type ExportFormat, ExportStore } from './export.store';

@Component({
  selector: 'tg-export-page',
  imports: [
    Button,
    Empty,
    Icon,
    Lazy,
    Notice,
    OfflineWriterNotice,
    ProblemNotice,
    Progress,
    ReportView,
    RouterLink,
    Switch,
    TranslocoDirective,
  ],
  templateUrl: './export-page.html',
  providers: [ComplianceStore, ExportStore],
  styleUrl: './export.css',
  encapsulation: ViewEncapsulation.None,
})
export class ExportPage {
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly documents = inject(DocumentStore);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(ExportStore);
  protected readonly compliance = inject(ComplianceStore);
  protected readonly rules = inject(RequirementsStore);
  protected readonly paged: readonly PagedFormat[] = ['docx', 'pdf'];
  /** The page that somebody wants to see. Another object shows it once more. */
  protected readonly place = signal<{ page: number } | null>(null);
  protected readonly preview: LazyPart = {
    load: async () => (await import('./preview/export-preview')).ExportPreview,
    bindings: () => [
      inputBinding('file', () => this.store.files().pdf.file),
      inputBinding('place', this.place),
    ],
  };
  protected readonly formats: readonly ExportFormat[] = [...this.paged, 'md'];

  /** Sections that should have text and have none: the file will say so by its gaps. */
  protected readonly missing = computed(() => {
    const written = new Set(
      this.documents
        .document()
        ?.sections.filter(({ content }) => content !== '')
        .map(({ id }) => id),
    );
    return this.documents
      .outlineSections()
      .filter(({ id, targetWords }) => targetWords > 0 && !written.has(id)).length;
  });

  /** @param result the id of what takes the place of what was pressed */
  protected async make(format: ExportFormat, result: string): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined) return;
    const pressed = this.page.activeElement;
    await this.store.make(id, format);
    afterNextRender(() => this.focusAfter(pressed, result), { injector: this.injector });
    if (format !== 'md' && this.store.files()[format].file !== null) await this.check(format);
  }

  /** Leads to a page of the PDF that the report names. */
  protected showPage(page: number): void {
    this.place.set({ page });
    const heading = this.page.getElementById('preview');
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  protected declare(declaration: boolean): void {
    this.store.declare(declaration);
    this.place.set(null);
    this.compliance.clear();
  }

  /** Reads the finished file back; without rules there is nothing to hold it against. */
  protected async check(format: PagedFormat): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined || this.rules.stated() === 0) return;
    await this.compliance.check(id, format, this.store.declaration());
  }

  /** Nobody who presses a button by the keyboard is thrown back to the top of the page. */
  private focusAfter(pressed: Element | null, result: string): void {
    if (pressed?.isConnected === true || this.page.activeElement !== this.page.body) return;
    this.page.getElementById(result)?.focus();
  }
}
