import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SourceCitation } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { SupportBadge } from '../reading/evidence/support-badge';

/** Where the thesis cites a source, each with the words that it rests on. */
@Component({
  selector: 'tg-cited-places',
  imports: [SupportBadge, TranslocoDirective],
  templateUrl: './cited-places.html',
})
export class CitedPlaces {
  readonly citations = input.required<readonly SourceCitation[]>();
  readonly chosen = input.required<SourceCitation | null>();
  /** Of the source. */
  readonly language = input.required<string | null>();
  readonly choose = output<SourceCitation>();

  protected readonly locale = inject(Locale);

  protected isChosen({ sectionId, ordinal }: SourceCitation): boolean {
    const chosen = this.chosen();
    return chosen?.sectionId === sectionId && chosen.ordinal === ordinal;
  }
}
