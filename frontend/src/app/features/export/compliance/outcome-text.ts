import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { RuleOutcome } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { nameOf, isRule, type Rule, RULE_KINDS } from '../../requirements/profile/rules';
import { ValueText } from '../../requirements/profile/value-text';

const MEASURE = /(\d+(?:\.\d+)?) (mm|pt)\b/g;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Outcomes about the text itself, which stand beside those of the rules. */
const FINDINGS: ReadonlySet<string> = new Set(['figures', 'crossReferences', 'labels', 'formulas']);

type Values = Readonly<Record<string, string>>;

/** A value comes as JSON, or as the bare text that it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Outcomes of a check as a person says them, in the language of the interface. */
@Injectable({ providedIn: 'root' })
export class OutcomeText {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly texts = inject(ValueText);

  rule({ rule }: RuleOutcome): string {
    if (FINDINGS.has(rule)) return this.text(`findings.${rule}.name`);
    return isRule(rule) ? this.texts.rule(rule) : rule;
  }

  expected({ rule, expected }: RuleOutcome): string {
    if (FINDINGS.has(rule)) return this.text(`findings.${rule}.expected`);
    return isRule(rule) ? this.texts.value(rule, parsed(expected)) : expected;
  }

  /** Null where the file shows nothing of it. */
  found({ rule, found }: RuleOutcome): string | null {
    // the places are all there is to say
    if (found === null || found === '' || FINDINGS.has(rule)) return null;
    if (!isRule(rule)) return found;
    const length = /^(\d+) (pages|words|characters) of the body$/.exec(found);
    if (length !== null) return this.length(Number(length[1]), String(length[2]));
    if (NUMBER.test(found)) return this.texts.value(rule, Number(found));
    return this.words(rule, found);
  }

  /** Why it is broken or cannot be checked; for a rule that is met, what remains to be said. */
  reason({ rule, reason, detail }: RuleOutcome): string | null {
    if (reason !== null && FINDINGS.has(rule)) return this.text(`reasons.${reason.code}`);
    if (reason === null || !isRule(rule)) return detail;
    const values = Object.entries(reason.values).map(([name, value]) => [
      name,
      this.reasonValue(rule, value),
    ]);
    return this.text(`reasons.${reason.code}`, Object.fromEntries(values) as Values);
  }

  /** What the student can do about a broken rule. */
  advice({ rule, reason }: RuleOutcome): string {
    if (FINDINGS.has(rule)) return this.text(`findings.${rule}.advice`);
    const code = reason?.code;
    if (code === 'too_few' || code === 'too_many' || code === 'text_in_margin') {
      return this.text(`advice.${code}`);
    }
    return this.text(rule === 'titlePageFields' ? 'advice.fields' : 'advice.again');
  }

  /** Where it is broken; what is missing on the title page is no place. */
  places({ rule, places }: RuleOutcome): string[] {
    return rule === 'titlePageFields' ? [] : places.map((place) => this.place(place));
  }

  private place(place: string): string {
    return this.measures(place)
      .replace(/^page (\d+)/, (_, n: string) => this.text('places.page', { n }))
      .replace(/^section (\d+)/, (_, n: string) => this.text('places.section', { n }));
  }

  private reasonValue(rule: Rule, value: string): string {
    if (NUMBER.test(value)) return this.locale.number(Number(value));
    return this.words(rule, value);
  }

  private words(rule: Rule, text: string): string {
    const kind = RULE_KINDS[rule];
    if (text === 'nowhere') return this.texts.word(text);
    if (rule === 'headingNumbering') return `“${text}”`;
    if (kind.kind === 'yesNo') return this.texts.word(String(text === 'yes'));
    if (kind.kind === 'list') {
      return text
        .split(', ')
        .map((word) => this.texts.word(word))
        .join(', ');
    }
    if (rule === 'citationStyle') {
      return text === 'other' ? this.texts.word('other_style') : nameOf(text);
    }
    if (kind.kind !== 'choice' || kind.named === true) return this.measures(text);
    return text
      .split(' or ')
      .map((word) => this.texts.word(word))
      .join(' / ');
  }

  private length(n: number, unit: string): string {
    return this.text(this.locale.plural(`found.${unit}`, n), { n: this.locale.number(n) });
  }

  private measures(text: string): string {
    const language = this.locale.language();
    return text.replace(MEASURE, (_, number: string, unit: string) =>
      this.transloco.translate<string>(
        `requirements.units.${unit}`,
        { n: this.locale.number(Number(number)) },
        language,
      ),
    );
  }

  private text(key: string, values: Values = {}): string {
    const language = this.locale.language();
    return this.transloco.translate<string>(`export.report.${key}`, values, language);
  }
}
