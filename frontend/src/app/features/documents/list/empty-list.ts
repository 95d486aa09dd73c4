import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../ui/button/button';
import { Empty } from '../../../ui/empty/empty';
import { isNarrowed, type ListQuery } from './list-query';

/** Why no document is shown though there are some, and how to come to them. */
@Component({
  selector: 'tg-empty-list',
  imports: [Button, Empty, TranslocoDirective],
  template: `
    <tg-empty
      *transloco="let t; prefix: 'documents.nothing'"
      [icon]="why() === 'narrowed' ? 'search' : 'archive'"
      [heading]="t(why() + '.heading')"
    >
      <p>{{ t(why() + '.text') }}</p>
      <button tgButton="secondary" type="button" (click)="shown.emit(way())">
        {{ t(why() + '.action') }}
      </button>
    </tg-empty>
  `,
})
export class EmptyList {
  readonly query = input.required<ListQuery>();
  readonly shown = output<Partial<ListQuery>>();

  protected readonly why = computed(() => {
    if (isNarrowed(this.query())) return 'narrowed';
    return this.query().archived ? 'archive' : 'allArchived';
  });
  protected readonly way = computed((): Partial<ListQuery> => {
    if (isNarrowed(this.query())) return { search: '', status: null };
    return { archived: !this.query().archived };
  });
}
