import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { percentages } from '../../../../../../backend/src/documents/provenance/percentages';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { DocumentStore } from '../../workspace/document.store';
import { HANDS } from './hands';
import { ProvenanceStore } from './provenance.store';

/** The legend to who wrote what, with each hand's share, and what exports declare of it. */
@Component({
  selector: 'tg-provenance-panel',
  imports: [ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './provenance-panel.html',
  host: { class: 'provenance-panel' },
})
export class ProvenancePanel {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(ProvenanceStore);
  protected readonly documents = inject(DocumentStore);

  /** As the declaration counts them, so that the two never disagree. */
  protected readonly shares = computed(() => {
    const provenance = this.store.provenance();
    if (provenance === null) return null;
    const shares = percentages(provenance.words);
    const models = provenance.models.join(', ');
    return HANDS.filter((hand) => provenance.words[hand] > 0).map((hand) => ({
      ...{ hand, percent: shares[hand], words: provenance.words[hand] },
      models: hand === 'model' ? models : '',
    }));
  });

  protected retry(): void {
    const id = this.documents.document()?.id;
    if (id !== undefined) void this.store.load(id);
  }
}
