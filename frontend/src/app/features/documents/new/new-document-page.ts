import { Component, computed, effect, inject, signal, ViewEncapsulation } from '@angular/core';
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
import type { CreateDocument, KnownProfile } from '../../../api/generated/models';
import { fieldError } from '../../../core/forms/field-error';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { KnownProfilesStore } from '../../requirements/known-profiles.store';
import { CitationStylesStore } from './citation-styles.store';
import { DOCUMENT_LANGUAGES, DOCUMENT_TYPES, USUAL_PAGES } from './document-options';
import { DocumentsStore } from '../documents.store';
import { ForecastStore } from './forecast.store';
import { PriceAhead } from './price-ahead';
import { StylePicker } from './style-picker';

@Component({
  selector: 'tg-new-document-page',
  imports: [
    Button,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    PriceAhead,
    ProblemNotice,
    RouterLink,
    StylePicker,
    TranslocoDirective,
  ],
  providers: [CitationStylesStore, ForecastStore, KnownProfilesStore],
  templateUrl: './new-document-page.html',
  styleUrls: ['./new-document.css', './style-picker.css'],
  encapsulation: ViewEncapsulation.None,
})
export class NewDocumentPage {
  private readonly router = inject(Router);
  private readonly locale = inject(Locale);
  protected readonly store = inject(DocumentsStore);
  protected readonly citationStyles = inject(CitationStylesStore);
  protected readonly profiles = inject(KnownProfilesStore);
  protected readonly profile = signal<KnownProfile | null>(null);
  protected readonly fieldError = fieldError;
  protected readonly types = DOCUMENT_TYPES;
  protected readonly languages = computed(() =>
    DOCUMENT_LANGUAGES.map((code) => ({ code, name: this.locale.languageName(code) })),
  );

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
  /** What is to be reckoned with; null while it makes no document. */
  protected readonly length = computed(() => {
    const { targetPages } = this.model();
    return this.form.targetPages().valid() ? Number(targetPages) : null;
  });
  protected readonly pagesTouched = computed(() => this.form.targetPages().dirty());

  constructor() {
    this.store.clearProblem();
    const language = computed(() => this.model().language);
    effect(() => {
      void this.citationStyles.load(language());
    });
    void this.profiles.load();
  }

  /** A profile that rules the citation style decides on it. */
  protected take(id: string): void {
    const profile = this.profiles.profiles()?.find((one) => one.id === id) ?? null;
    this.profile.set(profile);
    const citationStyle = profile?.formatting.citationStyle;
    if (citationStyle !== undefined) this.model.update((model) => ({ ...model, citationStyle }));
  }

  protected onType(): void {
    if (this.pagesTouched()) return;
    this.model.update((model) => ({ ...model, targetPages: USUAL_PAGES[model.type] }));
  }

  private async create(): Promise<undefined> {
    const { title, topic, ...rest } = this.model();
    const body = { ...rest, title: title.trim(), topic: topic.trim() };
    const id = await this.store.create(body, this.profile());
    if (id !== null) await this.router.navigate(['/documents', id, 'sources']);
  }
}
