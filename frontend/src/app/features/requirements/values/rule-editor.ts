import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import type { Range } from '../profile/rule-errors';
import { type Rule, RULE_KINDS } from '../profile/rules';
import { ValueText } from '../profile/value-text';
import { OrderedList } from './ordered-list';

const YES_NO = ['true', 'false'] as const;
const NOTHING: Range = { min: null, max: null };

const numberIn = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** The value of one rule as a control that fits it; left empty, the rule is not ruled. */
@Component({
  selector: 'tg-rule-editor',
  imports: [Field, FieldControl, OrderedList, TranslocoDirective],
  templateUrl: './rule-editor.html',
})
export class RuleEditor {
  readonly rule = input.required<Rule>();
  readonly value = input<unknown>();
  readonly error = input<string>();
  /** Undefined when nothing is ruled any more. */
  readonly changed = output<unknown>();

  protected readonly texts = inject(ValueText);
  protected readonly kind = computed(() => RULE_KINDS[this.rule()]);
  protected readonly options = computed(() => {
    const kind = this.kind();
    if (kind.kind === 'yesNo') return YES_NO;
    return kind.kind === 'choice' ? kind.options : [];
  });
  protected readonly chosen = computed(() => {
    const value = this.value();
    return value === undefined ? '' : String(value as string | boolean | number);
  });
  protected readonly range = computed(() => (this.value() as Range | undefined) ?? NOTHING);
  protected readonly list = computed(() => (this.value() as readonly string[] | undefined) ?? []);

  protected choose(option: string): void {
    const value = this.kind().kind === 'yesNo' ? option === 'true' : option;
    this.changed.emit(option === '' ? undefined : value);
  }

  protected measure(text: string): void {
    this.changed.emit(numberIn(text) ?? undefined);
  }

  protected limit(end: keyof Range, text: string): void {
    const range = { ...this.range(), [end]: numberIn(text) };
    this.changed.emit(range.min === null && range.max === null ? undefined : range);
  }

  protected arrange(list: readonly string[]): void {
    this.changed.emit(list.length === 0 ? undefined : list);
  }
}
