import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Pager } from '../../../ui/pager/pager';
import { SourcesStore } from '../sources.store';
import { CheckRunPanel } from './check-run-panel';
import type { Difference } from '../corrections';
import { SourceChecks } from './source-checks';
import { countStates, filterSources, type SourceState } from './source-filter';
import { SourceItem } from './source-item';
import { StateFilter } from './state-filter';

/** More at once make the page slow, and nobody reads them at once. */
const PER_PAGE = 50;

/** The library, to look through and to put right. */
@Component({
  selector: 'tg-source-list',
  imports: [CheckRunPanel, Pager, SourceItem, StateFilter, TranslocoDirective],
  templateUrl: './source-list.html',
  providers: [SourceChecks],
  host: { class: 'sources-list' },
})
export class SourceList {
  readonly edit = output<Source>();
  readonly remove = output<Source>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(SourcesStore);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly all = computed(() => this.store.sources() ?? []);
  protected readonly wish = signal('');
  protected readonly state = signal<SourceState>('all');
  protected readonly counts = computed(() => countStates(this.all()));
  protected readonly fitting = computed(() => filterSources(this.all(), this.state(), this.wish()));
  protected readonly pages = computed(() => Math.ceil(this.fitting().length / PER_PAGE));
  private readonly wanted = linkedSignal({
    source: () => [this.state(), this.wish()],
    computation: () => 1,
  });
  /** The last page there is, where the one wanted has become empty. */
  protected readonly page = computed(() => Math.max(1, Math.min(this.wanted(), this.pages())));
  protected readonly first = computed(() => (this.page() - 1) * PER_PAGE);
  protected readonly shown = computed(() =>
    this.fitting().slice(this.first(), this.first() + PER_PAGE),
  );

  constructor() {
    effect(() => {
      this.shown();
      this.keepFocus();
    });
  }

  protected turn(page: number): void {
    this.wanted.set(page);
    this.focusHeading();
    this.heading()?.nativeElement.scrollIntoView({ block: 'start' });
  }

  protected take(source: Source, difference: Difference): void {
    void this.store.correct(source, difference);
  }

  focusHeading(): void {
    this.heading()?.nativeElement.focus({ preventScroll: true });
  }

  /** What had the focus may leave the list: a source that was removed, a difference that was settled. */
  private keepFocus(): void {
    const focused = document.activeElement;
    if (!this.element.contains(focused)) return;
    const item = focused?.closest('tg-source-item');
    const comeBack = () => {
      if (this.element.contains(document.activeElement)) return;
      const title = item?.querySelector<HTMLElement>('.source-item-title');
      if (item?.isConnected && title) title.focus({ preventScroll: true });
      else this.focusHeading();
    };
    afterNextRender(comeBack, { injector: this.injector });
  }
}
