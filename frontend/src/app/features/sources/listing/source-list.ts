import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ApartPairs } from '../joining/apart-pairs';
import { JoinedWorks } from '../joining/joined-works';
import type { LikelyPair } from '../joining/likely-pair';
import { twinsOf } from '../joining/twins';
import { SourcesStore } from '../sources.store';
import { CheckRunPanel } from './check-run-panel';
import type { Difference } from '../corrections';
import { ExistenceLegend } from './existence-legend';
import { LongList } from './long-list';
import { SourceChecks } from './source-checks';
import { countStates, filterSources, type SourceState } from './source-filter';
import { SourceItem } from './source-item';
import { orderSources, SOURCE_ORDERS, type SourceOrder } from './source-order';
import { StateFilter } from './state-filter';

/** As many are on the page at once, where also the browser's own search finds them. */
const SHORT_LIST = 50;

/** The library, to look through and to put right. */
@Component({
  selector: 'tg-source-list',
  imports: [
    CheckRunPanel,
    ExistenceLegend,
    JoinedWorks,
    LongList,
    NgTemplateOutlet,
    SourceItem,
    StateFilter,
    TranslocoDirective,
  ],
  templateUrl: './source-list.html',
  providers: [SourceChecks],
  host: { class: 'sources-list' },
})
export class SourceList {
  readonly edit = output<Source>();
  readonly remove = output<Source>();
  readonly join = output<LikelyPair>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(SourcesStore);
  private readonly injector = inject(Injector);
  private readonly apart = inject(ApartPairs);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly joined = viewChild(JoinedWorks);

  protected readonly all = computed(() => this.store.sources() ?? []);
  protected readonly twins = computed(() =>
    twinsOf(this.all(), (one, other) => this.apart.has(one, other)),
  );
  protected readonly wish = signal('');
  protected readonly state = signal<SourceState>('all');
  protected readonly counts = computed(() => countStates(this.all()));
  protected readonly order = signal<SourceOrder>('added');
  private readonly filtered = computed(() => filterSources(this.all(), this.state(), this.wish()));
  protected readonly fitting = computed(() =>
    orderSources(this.filtered(), this.order(), this.locale.language()),
  );
  protected readonly total = computed(() => this.store.total() ?? 0);
  protected readonly shortList = SHORT_LIST;
  protected readonly orders = SOURCE_ORDERS;

  constructor() {
    effect(() => {
      this.fitting();
      this.twins();
      this.keepFocus();
    });
  }

  protected orderBy(order: string): void {
    this.order.set(SOURCE_ORDERS.find((one) => one === order) ?? 'added');
  }

  protected take(source: Source, difference: Difference): void {
    void this.store.correct(source, difference);
  }

  focusJoined(): void {
    this.joined()?.focusNewest();
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
