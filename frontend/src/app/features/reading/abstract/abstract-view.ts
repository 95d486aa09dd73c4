import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Icon } from '../../../ui/icon/icon';
import { Prose } from '../../../ui/prose/prose';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { DocumentStore } from '../../workspace/document.store';
import { handOf } from '../provenance/hands';
import { ProvenanceStore } from '../provenance/provenance.store';
import { ABSTRACT } from '../stored-texts';
import { AbstractStore } from './abstract.store';

/** The abstract as its readers see it, and whether it still fits the text. */
@Component({
  selector: 'tg-abstract-view',
  imports: [Icon, ProblemNotice, Prose, ToolButton, TranslocoDirective],
  templateUrl: './abstract-view.html',
  host: { class: 'abstract' },
})
export class AbstractView {
  readonly editable = input.required<boolean>();
  readonly edit = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(AbstractStore);
  private readonly document = inject(DocumentStore).document;
  private readonly provenance = inject(ProvenanceStore);

  protected readonly id = ABSTRACT;
  protected readonly language = computed(() => this.document()?.language);
  protected readonly by = computed(() => {
    const abstract = this.store.abstract();
    if (abstract === null) return 'person';
    const { status, writer } = abstract;
    return handOf({ step: status === 'edited' ? 'edit' : 'draft', writer });
  });
  protected readonly ranges = computed(() => {
    const version = this.store.abstract()?.version;
    return version === undefined ? [] : this.provenance.rangesOf({ id: ABSTRACT, version });
  });
  /** It cites nothing: a citation in it was refused when it was stored. */
  protected readonly noLabel = () => '';

  protected retry(): void {
    const id = this.document()?.id;
    if (id !== undefined) void this.store.load(id);
  }
}
