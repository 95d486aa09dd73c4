import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FrontText } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { DOCUMENT_LANGUAGES } from '../../documents/new/document-options';
import { DocumentStore } from '../../workspace/document.store';
import { FrontMatterStore } from './front-matter.store';

/** Chooses the language of the second abstract, which is never the one of the document. */
@Component({
  selector: 'tg-second-language',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'documents.newDocument'">
      <label class="second-language">
        <span>{{ t('language') }}</span>
        <select #choice class="tg-control" (change)="choose(choice)">
          @for (one of languages(); track one.code) {
            <option [value]="one.code" [selected]="one.code === language()">{{ one.name }}</option>
          }
        </select>
      </label>
      @if (problem(); as problem) {
        <tg-problem [problem]="problem" />
      }
    </ng-container>
  `,
})
export class SecondLanguage {
  readonly language = input.required<FrontText['language']>();

  private readonly documents = inject(DocumentStore);
  private readonly locale = inject(Locale);
  private readonly store = inject(FrontMatterStore);
  private wanted: FrontText['language'] | undefined;
  private isSaving = false;

  protected readonly problem = signal<Problem | null>(null);
  protected readonly languages = computed(() => {
    const own = this.documents.document()?.language;
    const others = DOCUMENT_LANGUAGES.filter((code) => code !== own);
    return others.map((code) => ({ code, name: this.locale.languageName(code) }));
  });

  protected async choose(select: HTMLSelectElement): Promise<void> {
    const id = this.documents.document()?.id;
    this.wanted = DOCUMENT_LANGUAGES.find((code) => code === select.value);
    if (id === undefined || this.isSaving) return;
    this.isSaving = true;
    this.problem.set(null);
    try {
      // arrow keys choose several in a row; the last one counts
      while (this.wanted !== undefined && this.wanted !== this.stored()) {
        await this.store.setLanguage(id, this.wanted);
      }
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      select.value = this.stored() ?? '';
      if (problem.status === 412) void this.store.load(id);
    } finally {
      this.isSaving = false;
    }
  }

  /** The input may not have heard of it yet. */
  private stored(): FrontText['language'] | undefined {
    return this.store.text('second_abstract')?.language;
  }
}
