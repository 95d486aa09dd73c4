import { Component, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DocumentSummary } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Icon } from '../../ui/icon/icon';
import { DocumentCard } from './document-card';
import { DocumentsStore } from './documents.store';
import { FirstSteps } from './first-steps';

@Component({
  selector: 'tg-document-list-page',
  imports: [
    Button,
    Confirm,
    DocumentCard,
    FirstSteps,
    Icon,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './document-list-page.html',
})
export class DocumentListPage {
  readonly page = input(1, { transform: (value: unknown) => numberAttribute(value, 1) });

  private readonly router = inject(Router);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(DocumentsStore);
  protected readonly removing = signal<DocumentSummary | null>(null);

  constructor() {
    effect(() => {
      void this.store.load(this.page());
    });
  }

  protected async startSample(): Promise<void> {
    const id = await this.store.createSample();
    if (id !== null) await this.router.navigate(['/documents', id, 'sources']);
  }

  protected async remove(): Promise<void> {
    const document = this.removing();
    this.removing.set(null);
    if (document !== null) await this.store.remove(document.id);
  }
}
