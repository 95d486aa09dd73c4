import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ExportLink } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ViewerLabels } from '../../../core/pdf/viewer-labels';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import type { PdfLabels } from '../../../ui/pdf-viewer/pdf-labels';
import { type PdfPlace, PdfViewer } from '../../../ui/pdf-viewer/pdf-viewer';
import { Progress } from '../../../ui/progress/progress';
import { PreviewStore } from './preview.store';

/** The pages of a finished PDF, to be looked at before it is downloaded. */
@Component({
  selector: 'tg-export-preview',
  imports: [PdfViewer, ProblemNotice, Progress, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'export.preview'">
      @if (store.bytes(); as bytes) {
        <tg-pdf-viewer [bytes]="bytes" [labels]="labels()" [place]="place()" />
      } @else if (store.problem(); as problem) {
        <tg-problem [problem]="problem" [retryable]="true" (retry)="fetch()" />
      } @else {
        <div class="stack" role="status">
          <p class="small soft">{{ t('loading') }}</p>
          <tg-progress [value]="store.loaded()" [label]="t('loading')" />
        </div>
      }
    </ng-container>
  `,
  providers: [PreviewStore],
})
export class ExportPreview {
  /** Null only on the way out. */
  readonly file = input.required<ExportLink | null>();
  readonly place = input<PdfPlace | null>(null);

  protected readonly store = inject(PreviewStore);
  private readonly viewerLabels = inject(ViewerLabels);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  protected readonly labels = computed((): PdfLabels => {
    const language = this.locale.language();
    const name = this.transloco.translate<string>('export.preview.name', {}, language);
    return { ...this.viewerLabels.labels(), name };
  });

  constructor() {
    effect(() => {
      this.file();
      untracked(() => {
        this.fetch();
      });
    });
  }

  protected fetch(): void {
    const file = this.file();
    if (file !== null) void this.store.fetch(file);
  }
}
