import {
  afterNextRender,
  Component,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Problem } from '../../../core/problem/problem';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Locale } from '../../../core/i18n/locale';

/** Takes a discount code, says why one is refused, and takes one back. */
@Component({
  selector: 'tg-discount-form',
  imports: [Button, Field, FieldControl, TranslocoDirective],
  templateUrl: './discount-form.html',
})
export class DiscountForm {
  /** Of the offer as it stands. */
  readonly code = input.required<string | null>();
  readonly problem = input.required<Problem | null>();
  readonly busy = input(false);
  /** Null takes the code back. */
  readonly apply = output<string | null>();

  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly locale = inject(Locale);
  private readonly control = viewChild<ElementRef<HTMLElement>>('control');
  /** The reader has just changed the code, by what goes away with it. */
  private acted = false;
  protected readonly typed = signal('');
  /** The reader has sent it empty. */
  protected readonly empty = linkedSignal({ source: this.typed, computation: () => false });

  constructor() {
    effect(() => {
      this.code();
      if (this.acted) this.keepFocus();
    });
  }

  protected refusal(): string | undefined {
    const problem = this.problem();
    if (problem === null) return undefined;
    const { code, detail } = problem;
    if (code === 'DISCOUNT_REFUSED' && this.locale.language() === 'en') return detail;
    return this.transloco.translate<string>('common.problem.DISCOUNT_REFUSED');
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const code = this.typed().trim();
    if (code === '') this.empty.set(true);
    else this.send(code);
  }

  protected takeBack(): void {
    this.typed.set('');
    this.send(null);
  }

  private send(code: string | null): void {
    this.acted = true;
    this.apply.emit(code);
  }

  private keepFocus(): void {
    this.acted = false;
    const focus = () => this.control()?.nativeElement.focus({ preventScroll: true });
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
