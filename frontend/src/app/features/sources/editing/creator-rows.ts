import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  model,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Icon } from '../../../ui/icon/icon';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { type Creator, newCreator } from './creator';

/** The people and organisations that made a work, in their order. */
@Component({
  selector: 'tg-creator-rows',
  imports: [Button, Field, FieldControl, Icon, ToolButton, TranslocoDirective],
  templateUrl: './creator-rows.html',
})
export class CreatorRows implements FormValueControl<readonly Creator[]> {
  readonly value = model.required<readonly Creator[]>();
  readonly error = input<string>();

  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected change(index: number, change: Partial<Creator>): void {
    this.value.update((rows) =>
      rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
    );
  }

  protected add(kind: Creator['kind']): void {
    this.value.update((rows) => [...rows, newCreator(kind)]);
    this.focusAt(
      '.creator-row:has(+ .creator-add) input, .creator-row:has(+ .tg-field-error) input',
    );
  }

  protected remove(index: number): void {
    this.value.update((rows) => rows.filter((_, at) => at !== index));
    this.focusAt('.creator-add button');
  }

  private focusAt(selector: string): void {
    const focus = () => this.element.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
