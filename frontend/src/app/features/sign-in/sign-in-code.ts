import {
  afterNextRender,
  Component,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Problem } from '../../core/problem/problem';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Icon } from '../../ui/icon/icon';

/** Letters and digits of the code; people copy it with spaces and dashes. */
export const normalizeCode = (typed: string): string =>
  typed.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const CODE_LENGTH = 8;

/** "Look into your mail", and the field for those who read it on another device. */
@Component({
  selector: 'tg-sign-in-code',
  imports: [Button, Field, FieldControl, Icon, ProblemNotice, TranslocoDirective],
  templateUrl: './sign-in-code.html',
})
export class SignInCode {
  readonly address = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly problem = input.required<Problem | null>();
  readonly code = output<string>();
  readonly again = output();
  readonly startOver = output();

  protected readonly tooShort = signal(false);

  private readonly field = viewChild<ElementRef<HTMLElement>>('field');

  constructor() {
    // the field of the address, where the focus was, is gone
    afterNextRender(() => this.field()?.nativeElement.focus());
  }

  protected submit(event: Event, typed: string): void {
    event.preventDefault();
    if (this.busy()) return;
    const code = normalizeCode(typed);
    this.tooShort.set(code.length !== CODE_LENGTH);
    if (code.length === CODE_LENGTH) this.code.emit(code);
  }
}
