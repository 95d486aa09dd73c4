import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import type { Rule } from '../profile/rules';
import { ValueText } from '../profile/value-text';

/** Parts or fields in their order; what is not among them can be added. */
@Component({
  selector: 'tg-ordered-list',
  imports: [Field, FieldControl, ToolButton, TranslocoDirective],
  templateUrl: './ordered-list.html',
})
export class OrderedList {
  readonly rule = input.required<Rule>();
  readonly items = input.required<readonly string[]>();
  readonly options = input.required<readonly string[]>();
  readonly error = input<string>();
  readonly arranged = output<readonly string[]>();

  protected readonly texts = inject(ValueText);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly left = computed(() =>
    this.options().filter((option) => !this.items().includes(option)),
  );

  protected move(from: number, by: 1 | -1): void {
    const item = this.items()[from];
    if (item === undefined) return;
    this.arranged.emit(
      this.items()
        .toSpliced(from, 1)
        .toSpliced(from + by, 0, item),
    );
    const tools = `.ordered-item:nth-child(${String(from + by + 1)}) button`;
    this.focusAt(`${tools}:nth-of-type(${by < 0 ? '1' : '2'}):enabled, ${tools}:enabled`);
  }

  protected remove(index: number): void {
    this.arranged.emit(this.items().toSpliced(index, 1));
    this.focusAt('select');
  }

  /** What stands before it in the usual order stands before it here too, as far as it can. */
  protected add(option: string): void {
    if (option === '') return;
    const rank = this.options().indexOf(option);
    const after = this.items().findLastIndex((item) => this.options().indexOf(item) < rank);
    this.arranged.emit(this.items().toSpliced(after + 1, 0, option));
  }

  private focusAt(selector: string): void {
    const focus = () => this.element.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
