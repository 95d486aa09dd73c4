import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { readSetting, writeSetting } from '../settings';
import { decimalsOf } from './currency';
import { chooseLanguage, type Language } from './languages';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** The language of the interface, and numbers, dates and plurals as it writes them. */
@Injectable({ providedIn: 'root' })
export class Locale {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<Language>(
    chooseLanguage([readSetting('language'), ...navigator.languages]),
  );

  readonly language = this.chosen.asReadonly();

  private readonly numbers = computed(() => new Intl.NumberFormat(this.language()));
  private readonly plurals = computed(() => new Intl.PluralRules(this.language()));
  private readonly dates = computed(
    () => new Intl.DateTimeFormat(this.language(), { dateStyle: 'medium' }),
  );
  private readonly relative = computed(
    () => new Intl.RelativeTimeFormat(this.language(), { numeric: 'auto' }),
  );

  constructor() {
    this.apply(this.chosen());
  }

  choose(language: Language): void {
    writeSetting('language', language);
    this.chosen.set(language);
    this.apply(language);
  }

  /**
   * Makes ready what writes numbers and times: the first of each costs a browser as much as a whole
   * page, and is better made while one waits for what it is to write.
   */
  prepare(): void {
    this.number(0);
    this.plural('', 0);
    this.ago(new Date().toISOString());
  }

  number(value: number): string {
    return this.numbers().format(value);
  }

  /**
   * @param value of a hundred
   * @param decimals as many at most
   */
  percent(value: number, decimals = 0): string {
    const digits = { maximumFractionDigits: decimals };
    const format = new Intl.NumberFormat(this.language(), { style: 'percent', ...digits });
    return format.format(value / 100);
  }

  /** The key's form for a count, such as `words.few`. */
  plural(key: string, count: number): string {
    return `${key}.${this.plurals().select(count)}`;
  }

  date(iso: string): string {
    return this.dates().format(new Date(iso));
  }

  dateTime(iso: string): string {
    const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(this.language(), style).format(new Date(iso));
  }

  /** `5 minutes ago` within a week, else the date. */
  ago(iso: string, now = Date.now()): string {
    const past = new Date(iso).getTime() - now;
    if (Math.abs(past) > 7 * 86_400_000) return this.dates().format(new Date(iso));
    const [unit, length] = UNITS.find(([, size]) => Math.abs(past) >= size) ?? ['minute', 60_000];
    return this.relative().format(Math.round(past / length), unit);
  }

  /** `German` for `de`, as the interface calls it. */
  languageName(code: string): string {
    return new Intl.DisplayNames(this.language(), { type: 'language' }).of(code) ?? code;
  }

  /** @param amount in minor units of the currency, of ISO 4217 */
  money(amount: number, currency: string): string {
    const text = this.moneyFormat(currency).format(amount / 10 ** decimalsOf(currency));
    // a minus as printers set it, as wide as a digit
    return text.replace('-', '−');
  }

  /** @param least @param most in minor units of the currency, of ISO 4217 */
  moneyRange(least: number, most: number, currency: string): string {
    const minor = 10 ** decimalsOf(currency);
    return this.moneyFormat(currency).formatRange(least / minor, most / minor);
  }

  /** `4 minutes`, and hours from an hour and a half on. */
  duration(seconds: number): string {
    const minutes = Math.max(1, Math.round(seconds / 60));
    const [value, unit] = minutes < 90 ? [minutes, 'minute'] : [minutes / 60, 'hour'];
    return new Intl.NumberFormat(this.language(), {
      ...{ style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 },
    }).format(value);
  }

  fileSize(bytes: number): string {
    const kilobytes = Math.max(0.1, bytes / 1024);
    const [value, unit] = kilobytes < 1024 ? [kilobytes, 'kB'] : [kilobytes / 1024, 'MB'];
    const digits = value < 10 ? 1 : 0;
    const format = new Intl.NumberFormat(this.language(), { maximumFractionDigits: digits });
    return `${format.format(value)} ${unit}`;
  }

  private moneyFormat(currency: string): Intl.NumberFormat {
    const decimals = decimalsOf(currency);
    return new Intl.NumberFormat(this.language(), {
      ...{ style: 'currency', currency },
      ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
    });
  }

  private apply(language: Language): void {
    this.root.lang = language;
    this.transloco.setActiveLang(language);
  }
}
