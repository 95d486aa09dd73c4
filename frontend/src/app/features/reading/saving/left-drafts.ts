import { Component, computed, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { DocumentStore } from '../../workspace/document.store';
import { ReadingStore } from '../reading.store';
import { StoredTexts } from '../stored-texts';
import { type KeptDraft, KeptDrafts } from './kept-drafts';

/** Texts that a crash or a closed window has left unsent, offered back. */
@Component({
  selector: 'tg-left-drafts',
  imports: [Button, Notice, TranslocoDirective],
  template: `
    @if (shown().length > 0 && reading.draft() === null) {
      <tg-notice kind="warning" *transloco="let t; prefix: 'reading'" [heading]="t('left.heading')">
        <p>{{ t('left.text') }}</p>
        <ul class="left-drafts">
          @for (draft of shown(); track draft.key) {
            <li>
              @let title = draft.title ?? t('frontMatter.names.' + draft.sectionId);
              <span>{{ t('left.one', { title, when: draft.when }) }}</span>
              <button tgButton="secondary" type="button" (click)="open.emit(draft)">
                {{ t('left.open') }}
              </button>
              <button tgButton="quiet" type="button" (click)="kept.remove(draft.key)">
                {{ t('left.remove') }}
              </button>
            </li>
          }
        </ul>
      </tg-notice>
    }
  `,
})
export class LeftDrafts {
  readonly open = output<KeptDraft & { key: string }>();

  protected readonly kept = inject(KeptDrafts);
  protected readonly reading = inject(ReadingStore);
  private readonly documents = inject(DocumentStore);
  private readonly texts = inject(StoredTexts);
  private readonly locale = inject(Locale);

  protected readonly shown = computed(() => {
    const titles = new Map(this.documents.outlineSections().map(({ id, title }) => [id, title]));
    return this.kept
      .left()
      .filter(({ sectionId, content }) => {
        const known = this.texts.known(sectionId);
        return known !== undefined && known.content !== content;
      })
      .map((draft) => ({
        ...draft,
        title: titles.get(draft.sectionId),
        when: this.locale.ago(draft.at),
      }));
  });
}
