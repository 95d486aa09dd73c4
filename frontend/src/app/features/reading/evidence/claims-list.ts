import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { claimId } from './claim-ranges';
import { plainSentence } from './plain-sentence';
import { SupportStore } from './support.store';

/** Statements of fact that cite nothing, each leading to its place in the text. */
@Component({
  selector: 'tg-claims-list',
  imports: [TranslocoDirective],
  template: `
    <details class="claims" *transloco="let t; prefix: 'reading.evidence'">
      <summary>
        {{ t(locale.plural('claims', shown().length), { n: locale.number(shown().length) }) }}
      </summary>
      <p class="small soft">{{ t('claimsText') }}</p>
      <ol class="claims-list">
        @for (claim of shown(); track claim.id) {
          <li>
            <button type="button" class="claim" (click)="goTo(claim)">
              <span class="claim-text" [attr.lang]="language()">{{ claim.text }}</span>
              <span class="facts">
                <span>{{ t('reasons.' + claim.reason) }}</span>
                <span>{{ claim.place }}</span>
              </span>
            </button>
          </li>
        }
      </ol>
    </details>
  `,
})
export class ClaimsList {
  protected readonly locale = inject(Locale);
  private readonly documents = inject(DocumentStore);
  private readonly store = inject(SupportStore);
  private readonly document = inject(DOCUMENT);

  protected readonly language = computed(() => this.documents.document()?.language);
  protected readonly shown = computed(() => {
    const headings = new Map(this.documents.outlineSections().map((one) => [one.id, one]));
    return this.store.claims().map(({ sectionId, text, start, reason }) => {
      const heading = headings.get(sectionId);
      const place = heading === undefined ? '' : `${heading.number} ${heading.title}`;
      return { id: claimId(sectionId, start), sectionId, text: plainSentence(text), reason, place };
    });
  });

  protected goTo({ id, sectionId }: { id: string; sectionId: string }): void {
    const { document } = this;
    // what stands under the pen has no places
    const place = document.getElementById(id) ?? document.getElementById(sectionId);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }
}
