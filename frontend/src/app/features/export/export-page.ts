import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Icon } from '../../ui/icon/icon';
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
})
export class ExportPage {
  protected readonly documents = inject(DocumentStore);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(ExportStore);
  protected readonly compliance = inject(ComplianceStore);
  protected readonly rules = inject(RequirementsStore);
  protected readonly paged: readonly PagedFormat[] = ['docx', 'pdf'];
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

  protected async make(format: ExportFormat): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined) return;
    await this.store.make(id, format);
    if (format !== 'md' && this.store.files()[format].file !== null) await this.check(format);
  }

  protected declare(declaration: boolean): void {
    this.store.declare(declaration);
    this.compliance.clear();
  }

  /** Reads the finished file back; without rules there is nothing to hold it against. */
  protected async check(format: PagedFormat): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined || this.rules.stated() === 0) return;
    await this.compliance.check(id, format, this.store.declaration());
  }
}
