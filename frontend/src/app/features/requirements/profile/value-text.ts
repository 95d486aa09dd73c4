import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import type { Range } from './rule-errors';
import { type Measure, nameOf, type Rule, RULE_KINDS } from './rules';

/** Values of rules as a person says them, in the language of the interface. */
@Injectable({ providedIn: 'root' })
export class ValueText {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  rule(rule: Rule): string {
    return this.text(`rules.${rule}`);
  }

  word(word: string): string {
    return this.text(`words.${word}`);
  }

  /** As it stands beside a number that is typed. */
  unit(unit: Measure['unit']): string {
    return this.text(`units.${unit}`, { n: '' }).trim();
  }

  option(rule: Rule, option: string): string {
    const kind = RULE_KINDS[rule];
    return kind.kind === 'choice' && kind.named === true ? nameOf(option) : this.word(option);
  }

  value(rule: Rule, value: unknown): string {
    const kind = RULE_KINDS[rule];
    switch (kind.kind) {
      case 'choice':
        return this.option(rule, String(value));
      case 'yesNo':
        return this.word(String(value));
      case 'measure':
        return this.text(`units.${kind.unit}`, { n: this.locale.number(Number(value)) });
      case 'range':
        return this.range(value as Range);
      case 'list':
        return (value as string[]).map((word) => this.word(word)).join(', ');
    }
  }

  private range({ min, max }: Range): string {
    const ends = { min: this.locale.number(min ?? 0), max: this.locale.number(max ?? 0) };
    if (max === null) return this.text('ranges.least', ends);
    return this.text(min === null ? 'ranges.most' : 'ranges.between', ends);
  }

  private text(key: string, values: Record<string, string> = {}): string {
    const language = this.locale.language();
    return this.transloco.translate<string>(`requirements.${key}`, values, language);
  }
}
