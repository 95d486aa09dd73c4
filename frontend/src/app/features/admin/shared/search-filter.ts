import { Component, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Icon } from '../../../ui/icon/icon';
import { UrlQuery } from './url-query';

/** Narrows a list to what has a word in it. */
@Component({
  selector: 'tg-search-filter',
  imports: [Button, Field, FieldControl, Icon, TranslocoDirective],
  template: `
    <form class="admin-search" role="search" *transloco="let t" (submit)="search($event)">
      <tg-field [label]="label()" [hint]="hint()">
        <input
          #text
          tgControl
          type="search"
          maxlength="254"
          autocomplete="off"
          [value]="typed()"
          (input)="typed.set(text.value)"
        />
      </tg-field>
      <button tgButton="secondary" type="submit">
        <tg-icon name="search" />{{ t('admin.list.search') }}
      </button>
    </form>
  `,
})
export class SearchFilter {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();

  private readonly url = inject(UrlQuery);
  protected readonly typed = linkedSignal(() => this.url.get('search') ?? '');

  protected async search(event: Event): Promise<void> {
    event.preventDefault();
    await this.url.set({ search: this.typed().trim() || null });
  }
}
