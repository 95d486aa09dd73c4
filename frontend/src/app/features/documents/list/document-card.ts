import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DocumentFacts, DocumentSummary } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Pricing } from '../../../core/pricing/pricing';
import { Badge } from '../../../ui/badge/badge';
import { Progress } from '../../../ui/progress/progress';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { nextStep, shownStatus, unfinished } from './document-progress';

/** A document as its list shows it: how far it is, what it has cost, and what comes next. */
@Component({
  selector: 'tg-document-card',
  imports: [Badge, Progress, RouterLink, ToolButton, TranslocoDirective],
  templateUrl: './document-card.html',
  host: { class: 'document-card' },
})
export class DocumentCard {
  readonly document = input.required<DocumentSummary>();
  /** Undefined until they are known. */
  readonly facts = input<DocumentFacts>();
  readonly remove = output();
  readonly archive = output();

  protected readonly locale = inject(Locale);
  private readonly prices = inject(Pricing).list;
  protected readonly status = computed(() => shownStatus(this.document(), this.facts()));
  protected readonly next = computed(() => nextStep(this.document(), this.facts()));
  protected readonly unfinished = computed(() => unfinished(this.facts()));
  protected readonly paid = computed(() =>
    (this.facts()?.paid ?? [])
      .filter(({ amount }) => amount > 0)
      .map(({ amount, currency }) => this.locale.money(amount, currency))
      .join(' + '),
  );
  protected readonly isFree = computed(() => this.prices()?.enabled === false);
}
