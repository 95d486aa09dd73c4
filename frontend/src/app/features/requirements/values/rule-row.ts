import { Component, computed, ElementRef, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Badge, type BadgeTone } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { evidenceOf, type RuleState, stateOf } from '../profile/draft';
import type { Rule } from '../profile/rules';
import { ValueText } from '../profile/value-text';
import { RequirementsStore } from '../requirements.store';
import { RulesForm } from '../rules-form';
import { RuleEditor } from './rule-editor';

const TONES: Readonly<Record<RuleState, BadgeTone>> = {
  open: 'warn',
  confirmed: 'good',
  person: 'accent',
  profile: 'plain',
  silent: 'plain',
};

/** What our rules say of themselves: above the first it is said so, below the second it may not be. */
const CERTAIN = 0.85;
const LIKELY = 0.6;

/** One rule: its value, whose word it is, the sentence that states it, and what to do about it. */
@Component({
  selector: 'tg-rule-row',
  imports: [Badge, Button, Icon, RuleEditor, TranslocoDirective],
  templateUrl: './rule-row.html',
  host: { class: 'rule-row', '[class.rule-row-bare]': 'bare()' },
})
export class RuleRow {
  readonly rule = input.required<Rule>();

  private readonly store = inject(RequirementsStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  protected readonly form = inject(RulesForm);
  protected readonly texts = inject(ValueText);
  protected readonly tones = TONES;

  protected readonly value = computed((): unknown => this.form.draft()?.values[this.rule()]);
  protected readonly state = computed((): RuleState => {
    const [draft, stored] = [this.form.draft(), this.store.requirements()];
    return draft && stored ? stateOf(draft, stored, this.rule()) : 'silent';
  });
  /** Nothing to say of it but that it can be stated. */
  protected readonly bare = computed(
    () => this.state() === 'silent' && !this.form.isChanged(this.rule()),
  );
  protected readonly evidence = computed(() => {
    const [draft, stored] = [this.form.draft(), this.store.requirements()];
    return draft && stored && evidenceOf(draft, stored, this.rule());
  });
  protected readonly confidence = computed(() => {
    const conflict = this.form.conflicts().some(({ rule }) => rule === this.rule());
    if (conflict) return 'conflict';
    const confidence = this.evidence()?.confidence ?? 0;
    return confidence >= CERTAIN ? 'certain' : confidence >= LIKELY ? 'likely' : 'unsure';
  });
  protected readonly error = computed(() => {
    const error = this.form.errorOf(this.rule());
    if (error === null) return undefined;
    const key = `requirements.errors.${error.key}`;
    return this.transloco.translate<string>(key, { ...error.values }, this.locale.language());
  });

  protected readonly confirm = () => this.form.confirm([this.rule()]);
  protected readonly undo = () => this.form.undo(this.rule());
  protected readonly clear = () => this.form.set(this.rule(), undefined);

  /** The button that was pressed goes away; the focus stays at the rule. */
  protected act(action: () => void): void {
    action();
    this.element.querySelector<HTMLElement>('input, select, button')?.focus();
  }
}
