import { Component, input, ViewEncapsulation } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** A place where nothing is yet: what will be here, and what to do first. */
@Component({
  selector: 'tg-empty',
  imports: [Icon],
  template: `
    <tg-icon [name]="icon()" />
    <h2>{{ heading() }}</h2>
    <ng-content />
  `,
  host: { class: 'tg-empty' },
  styleUrl: './empty.css',
  encapsulation: ViewEncapsulation.None,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly icon = input<IconName>('book');
}
