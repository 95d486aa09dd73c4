import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DocumentSummary } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Badge, type BadgeTone } from '../../ui/badge/badge';
import { ToolButton } from '../../ui/tool-button/tool-button';

const TONES: Record<DocumentSummary['status'], BadgeTone> = {
  draft: 'plain',
  outlined: 'warn',
  generating: 'accent',
  completed: 'good',
};

@Component({
  selector: 'tg-document-card',
  imports: [Badge, RouterLink, ToolButton, TranslocoDirective],
  templateUrl: './document-card.html',
  host: { class: 'document-card' },
})
export class DocumentCard {
  readonly document = input.required<DocumentSummary>();
  readonly remove = output();

  protected readonly locale = inject(Locale);
  protected readonly tone = computed(() => TONES[this.document().status]);
}
