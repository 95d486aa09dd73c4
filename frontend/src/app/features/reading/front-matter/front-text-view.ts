import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Icon } from '../../../ui/icon/icon';
import { Prose } from '../../../ui/prose/prose';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { handOf } from '../provenance/hands';
import { ProvenanceStore } from '../provenance/provenance.store';
import { FrontMatterStore } from './front-matter.store';
import type { FrontPart } from './front-parts';
import { SecondLanguage } from './second-language';

/** A text in front of the chapters as its readers see it, and whether it still fits them. */
@Component({
  selector: 'tg-front-text-view',
  imports: [Icon, Prose, SecondLanguage, ToolButton, TranslocoDirective],
  templateUrl: './front-text-view.html',
})
export class FrontTextView {
  readonly part = input.required<FrontPart>();
  readonly editable = input.required<boolean>();
  readonly edit = output();

  protected readonly locale = inject(Locale);
  private readonly store = inject(FrontMatterStore);
  private readonly provenance = inject(ProvenanceStore);

  protected readonly text = computed(() => this.store.text(this.part()));
  /** Null where it is that of the document. */
  protected readonly otherLanguage = computed(() => {
    const text = this.text();
    return text?.part === 'second_abstract' ? this.locale.languageName(text.language) : null;
  });
  protected readonly by = computed(() => {
    const text = this.text();
    if (text === undefined) return 'person';
    const { status, writer } = text;
    return handOf({ step: status === 'edited' ? 'edit' : 'draft', writer });
  });
  protected readonly ranges = computed(() => {
    const version = this.text()?.version;
    return version === undefined ? [] : this.provenance.rangesOf({ id: this.part(), version });
  });
  /** It cites nothing: a citation in it was refused when it was stored. */
  protected readonly noLabel = () => '';
}
