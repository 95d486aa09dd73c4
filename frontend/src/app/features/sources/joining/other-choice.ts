import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { filterSources } from '../listing/source-filter';
import { SourcesStore } from '../sources.store';
import { byLikeness } from './likeness';
import { WorkFacts } from './work-facts';

/** More are not looked through: a word of the title finds the one that is meant. */
const SHOWN = 20;

/** Chooses the other source that is the same work; the most alike come first. */
@Component({
  selector: 'tg-other-choice',
  imports: [Badge, TranslocoDirective, WorkFacts],
  templateUrl: './other-choice.html',
  host: { class: 'stack' },
})
export class OtherChoice {
  readonly source = input.required<Source>();
  readonly chosen = output<Source>();

  protected readonly locale = inject(Locale);
  private readonly store = inject(SourcesStore);
  private readonly field = viewChild<ElementRef<HTMLElement>>('field');

  protected readonly wish = signal('');
  private readonly ordered = computed(() => {
    const source = this.source();
    const others = (this.store.sources() ?? []).filter(({ id }) => id !== source.id);
    return byLikeness(source, others);
  });
  protected readonly matching = computed(() => {
    const sources = this.ordered().map(({ source }) => source);
    const found = new Set(filterSources(sources, 'all', this.wish()));
    return this.ordered().filter(({ source }) => found.has(source));
  });
  protected readonly shown = computed(() => this.matching().slice(0, SHOWN));
  protected readonly more = computed(() => this.matching().length - this.shown().length);

  constructor() {
    afterNextRender(() => this.field()?.nativeElement.focus());
  }
}
