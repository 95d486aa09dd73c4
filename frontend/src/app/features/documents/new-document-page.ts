import { Component, computed, effect, inject, signal } from '@angular/core';
import {
  form,
  FormField,
  FormRoot,
  max,
  maxLength,
  min,
  minLength,
  required,
} from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateDocument } from '../../api/generated/models';
import { fieldError } from '../../core/forms/field-error';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { CitationStylesStore } from './citation-styles.store';
import { DOCUMENT_LANGUAGES, DOCUMENT_TYPES, USUAL_PAGES } from './document-options';
import { DocumentsStore } from './documents.store';
import { StylePicker } from './style-picker';

@Component({
  selector: 'tg-new-document-page',
  imports: [
    Button,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    ProblemNotice,
    RouterLink,
    StylePicker,
    TranslocoDirective,
  ],
  providers: [CitationStylesStore],
  templateUrl: './new-document-page.html',
})
export class NewDocumentPage {
  private readonly router = inject(Router);
  private readonly locale = inject(Locale);
  protected readonly store = inject(DocumentsStore);
  protected readonly citationStyles = inject(CitationStylesStore);
  protected readonly fieldError = fieldError;
  protected readonly types = DOCUMENT_TYPES;
  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames(this.locale.language(), { type: 'language' });
    return DOCUMENT_LANGUAGES.map((code) => ({ code, name: names.of(code) ?? code }));
  });

  private readonly model = signal({
    title: '',
    topic: '',
    language: this.locale.language() as CreateDocument['language'],
    type: 'term_paper' as CreateDocument['type'],
    targetPages: USUAL_PAGES.term_paper,
    citationStyle: 'apa' as CreateDocument['citationStyle'],
    additionalRequirements: '',
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.title);
      maxLength(path.title, 500);
      required(path.topic);
      minLength(path.topic, 10);
      maxLength(path.topic, 2000);
      required(path.targetPages);
      min(path.targetPages, 3);
      max(path.targetPages, 200);
      maxLength(path.additionalRequirements, 5000);
    },
    { submission: { action: () => this.create() } },
  );
  protected readonly pagesTouched = computed(() => this.form.targetPages().dirty());

  constructor() {
    this.store.clearProblem();
    const language = computed(() => this.model().language);
    effect(() => {
      void this.citationStyles.load(language());
    });
  }

  protected onType(): void {
    if (this.pagesTouched()) return;
    this.model.update((model) => ({ ...model, targetPages: USUAL_PAGES[model.type] }));
  }

  private async create(): Promise<undefined> {
    const { title, topic, ...rest } = this.model();
    const id = await this.store.create({ ...rest, title: title.trim(), topic: topic.trim() });
    if (id !== null) await this.router.navigate(['/documents', id, 'sources']);
  }
}
