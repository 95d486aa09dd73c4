import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Notice } from '../../ui/notice/notice';
import { DocumentStore } from './document.store';

/** Says plainly what kind of text the built-in writer makes, wherever it is or was at work. */
@Component({
  selector: 'tg-offline-writer-notice',
  imports: [Notice, TranslocoDirective],
  template: `
    @if (shown()) {
      <tg-notice
        kind="info"
        *transloco="let t; prefix: 'workspace.offline'"
        [heading]="t('heading')"
      >
        <p>{{ t('text') }}</p>
      </tg-notice>
    }
  `,
})
export class OfflineWriterNotice {
  private readonly store = inject(DocumentStore);

  protected readonly shown = computed(() => {
    const written = this.store.document()?.sections.some(({ writer }) => writer === 'offline');
    return written === true || this.store.offlineWriter() === true;
  });
}
