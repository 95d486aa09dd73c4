import {
  afterNextRender,
  Component,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
} from '@angular/core';
import { Notice } from '../../../ui/notice/notice';

/** Says what was done. It takes the focus, since what was pressed may be gone by then. */
@Component({
  selector: 'tg-said',
  imports: [Notice],
  template: `
    @if (text(); as said) {
      <tg-notice kind="success">
        <p>{{ said }}</p>
      </tg-notice>
    }
  `,
  host: { tabindex: '-1' },
})
export class Said {
  readonly text = input.required<string | null>();

  constructor() {
    const injector = inject(Injector);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      if (this.text() === null) return;
      const focus = () => {
        element.focus({ preventScroll: false });
      };
      afterNextRender({ read: focus }, { injector });
    });
  }
}
