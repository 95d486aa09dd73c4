import { Component, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { UrlQuery } from './url-query';

/** Narrows a list to what has a word in it. */
@Component({
  selector: 'tg-search-filter',
  imports: [Field, FieldControl, ToolButton, TranslocoDirective],
  template: `
    <form class="admin-search" role="search" *transloco="let t" (submit)="search($event)">
      <tg-field [label]="label()">
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
      <button
        tgToolButton="secondary"
        type="submit"
        icon="search"
        [label]="t('admin.list.search')"
        [tip]="t('admin.list.search')"
      ></button>
    </form>
  `,
})
export class SearchFilter {
  readonly label = input.required<string>();

  private readonly url = inject(UrlQuery);
  protected readonly typed = linkedSignal(() => this.url.get('search') ?? '');

  protected async search(event: Event): Promise<void> {
    event.preventDefault();
    await this.url.set({ search: this.typed().trim() || null });
  }
}
