import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { UrlQuery } from './url-query';

/** Says that a list is of one account or payment alone, and leads back to all of it. */
@Component({
  selector: 'tg-one-chip',
  imports: [Button, Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'admin.list'">
      @if (url.get(name())) {
        <button
          tgButton="secondary"
          type="button"
          class="admin-small admin-chip"
          (click)="showAll()"
        >
          {{ label() }} <tg-icon name="close" /><span class="visually-hidden">{{
            t('showAll')
          }}</span>
        </button>
      }
    </ng-container>
  `,
})
export class OneChip {
  /** Of the parameter in the address. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();

  protected readonly url = inject(UrlQuery);

  protected async showAll(): Promise<void> {
    await this.url.set({ [this.name()]: null });
  }
}
