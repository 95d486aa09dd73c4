import { ActiveDescendantKeyManager } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../../api/generated/models';
import { Locale } from '../../../../core/i18n/locale';
import type { CitationItem } from '../../../../ui/prose/prose-model';
import { findSources } from './find-sources';
import { pageLocator, splitQuery } from './page-locator';
import { SourceOption } from './source-option';

/** Looks for a source of the document by typing; Enter cites it. */
@Component({
  selector: 'tg-citation-picker',
  imports: [SourceOption, TranslocoDirective],
  templateUrl: './citation-picker.html',
  host: { class: 'citation-picker', '(keydown.escape)': 'onEscape($event)' },
})
export class CitationPicker {
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  readonly chosen = output<CitationItem>();
  readonly dismiss = output();

  protected readonly locale = inject(Locale);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly options = viewChildren(SourceOption);

  protected readonly typed = signal('');
  private readonly query = computed(() => splitQuery(this.typed()));
  protected readonly page = computed(() => this.query().page);
  protected readonly found = computed(() =>
    findSources(this.sources().values(), this.query().words),
  );
  protected readonly activeId = computed(
    () =>
      this.options()
        .find((option) => option.active())
        ?.id() ?? null,
  );

  private readonly keys = new ActiveDescendantKeyManager<SourceOption>(
    this.options,
    inject(Injector),
  )
    .withWrap()
    .withHomeAndEnd(false);

  constructor() {
    afterNextRender(() => {
      this.field().nativeElement.focus();
    });
    effect(() => {
      this.options();
      untracked(() => {
        this.keys.setFirstItemActive();
      });
    });
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      const source = this.keys.activeItem?.source();
      if (source !== undefined) this.cite(source);
      return;
    }
    if (event.key !== 'Tab') this.keys.onKeydown(event);
  }

  protected cite({ key }: Source): void {
    const locator = pageLocator(this.page()) ?? null;
    this.chosen.emit({ key, locator, prefix: '', suffix: '', suppressAuthor: false });
  }

  protected onEscape(event: Event): void {
    event.stopPropagation();
    this.dismiss.emit();
  }
}
