import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ImportReport, Source } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { DocumentStore } from '../workspace/document.store';
import { ImportOutcome } from './import-outcome';
import { SourceItem } from './source-item';
import { SourcesStore } from './sources.store';
import { UploadList } from './upload-list';
import { UploadsStore } from './uploads.store';

@Component({
  selector: 'tg-sources-page',
  imports: [
    Button,
    Confirm,
    FileDrop,
    Icon,
    ImportOutcome,
    ProblemNotice,
    RouterLink,
    SourceItem,
    TranslocoDirective,
    UploadList,
  ],
  templateUrl: './sources-page.html',
  providers: [UploadsStore],
})
export class SourcesPage {
  protected readonly document = inject(DocumentStore).document;
  protected readonly locale = inject(Locale);
  protected readonly store = inject(SourcesStore);
  protected readonly uploads = inject(UploadsStore);
  protected readonly accept = '.pdf,.docx,.bib,.ris,.json,.txt';
  protected readonly sampleReport = signal<ImportReport | null>(null);
  protected readonly removing = signal<Source | null>(null);

  protected readonly filter = signal('');
  protected readonly shown = computed(() => {
    const wish = this.filter().trim().toLowerCase();
    const sources = this.store.sources() ?? [];
    return wish === '' ? sources : sources.filter((source) => matches(source, wish));
  });

  protected add(files: File[]): void {
    const id = this.document()?.id;
    if (id !== undefined) this.uploads.add(id, files, () => void this.store.reload());
  }

  protected async importSample(): Promise<void> {
    this.sampleReport.set(await this.store.importSample());
  }

  protected async remove(): Promise<void> {
    const source = this.removing();
    this.removing.set(null);
    if (source !== null) await this.store.remove(source);
  }
}

const matches = ({ title, authors, year, key }: Source, wish: string): boolean =>
  [title, ...authors, String(year ?? ''), key].some((text) => text.toLowerCase().includes(wish));
