import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { DropScreen } from '../../../ui/file-drop/drop-screen';
import { FileDrop } from '../../../ui/file-drop/file-drop';
import { Icon } from '../../../ui/icon/icon';
import { DocumentStore } from '../../workspace/document.store';
import { DoiAdditionsStore } from './doi-additions.store';
import { DoiList } from './doi-list';
import { FoundWorksList } from './found-works-list';
import { pastedDois } from './pasted-dois';
import { UploadList } from './upload-list';
import { UploadsStore } from './uploads.store';
import { WorkSearchStore } from './work-search.store';

/** The shortest search that the API takes. */
const MIN_LETTERS = 3;

/** Three ways to add sources, and below them what came of each. */
@Component({
  selector: 'tg-add-sources',
  imports: [
    Button,
    DoiList,
    DropScreen,
    Field,
    FieldControl,
    FileDrop,
    FoundWorksList,
    Icon,
    TranslocoDirective,
    UploadList,
  ],
  templateUrl: './add-sources.html',
  providers: [DoiAdditionsStore, UploadsStore, WorkSearchStore],
  host: { class: 'add-sources' },
})
export class AddSources {
  private readonly document = inject(DocumentStore).document;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly dois = inject(DoiAdditionsStore);
  protected readonly search = inject(WorkSearchStore);
  protected readonly uploads = inject(UploadsStore);
  protected readonly accept = '.pdf,.docx,.bib,.ris,.json,.txt';

  protected readonly pasted = signal('');
  protected readonly words = signal('');
  /** The form that was sent without what it needs. */
  protected readonly lacking = signal<'dois' | 'words' | null>(null);

  private readonly documentId = computed(() => this.document()?.id);

  /** Files are on their way that nobody would hear of any more. */
  isSending(): boolean {
    return this.uploads.active();
  }

  /** To what a list of outcomes came from, when that list is put away with the focus in it. */
  protected focusOn(name: 'dois' | 'query' | 'files'): void {
    const selector = name === 'files' ? 'input[type=file]' : `[name=${name}]`;
    this.element.querySelector<HTMLElement>(selector)?.focus();
  }

  protected addFiles(files: File[]): void {
    const id = this.documentId();
    if (id !== undefined) this.uploads.add(id, files);
  }

  protected addDois(event: Event): void {
    event.preventDefault();
    const id = this.documentId();
    const found = pastedDois(this.pasted());
    this.lacking.set(found.length === 0 ? 'dois' : null);
    if (id === undefined || found.length === 0) return;
    void this.dois.add(id, found);
    this.pasted.set('');
  }

  protected find(event: Event): void {
    event.preventDefault();
    const id = this.documentId();
    const query = this.words().trim();
    const enough = query.length >= MIN_LETTERS;
    this.lacking.set(enough ? null : 'words');
    if (id !== undefined && enough) void this.search.find(id, query);
  }
}
