import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { SourcesStore } from '../../sources/sources.store';
import { DocumentStore } from '../../workspace/document.store';
import { aboutPages, countText } from './section-counts';

/** How long the text and the whole document are, beside how long they are to be. */
@Component({
  selector: 'tg-counts-line',
  imports: [TranslocoDirective],
  template: `
    <p class="counts-line" *transloco="let t; prefix: 'reading.room.counts'">
      <span>{{ t(targetWords() > 0 ? 'wordsOf' : 'words', shown()) }}</span>
      <span>{{ t('characters', shown()) }}</span>
      <span [class.counts-over]="pages().over">{{ t('pages', pages()) }}</span>
    </p>
  `,
})
export class CountsLine {
  readonly markdown = input.required<string>();
  /** Of all other texts that count for the length. */
  readonly otherWords = input.required<number>();
  readonly isCounted = input.required<boolean>();
  /** As the outline plans it; 0 for no plan. */
  readonly targetWords = input.required<number>();

  private readonly locale = inject(Locale);
  private readonly documents = inject(DocumentStore);
  private readonly sources = inject(SourcesStore);

  private readonly counts = computed(() => countText(this.markdown()));
  protected readonly shown = computed(() => {
    const { words, characters, letters } = this.counts();
    return {
      words: this.locale.number(words),
      target: this.locale.number(this.targetWords()),
      characters: this.locale.number(characters),
      letters: this.locale.number(letters),
    };
  });
  protected readonly pages = computed(() => {
    const counted = this.otherWords() + (this.isCounted() ? this.counts().words : 0);
    const pages = aboutPages(counted, this.sources.sources()?.length ?? 0);
    const target = this.documents.document()?.targetPages ?? 0;
    return { words: this.locale.number(counted), pages, target, over: pages > target };
  });
}
