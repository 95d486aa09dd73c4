import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DocumentSummary } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Pricing } from '../../../core/pricing/pricing';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Icon } from '../../../ui/icon/icon';
import { Pager } from '../../../ui/pager/pager';
import { DocumentsStore } from '../documents.store';
import { ActivityList } from '../overview/activity-list';
import { OverviewStore } from '../overview/overview.store';
import { StatsLedger } from '../overview/stats-ledger';
import { CardsToCome } from './cards-to-come';
import { DocumentCard } from './document-card';
import { DocumentFilter } from './document-filter';
import { EmptyList } from './empty-list';
import { FirstSteps } from './first-steps';
import { EVERYTHING, isNarrowed, type ListQuery, oneOf, ORDERS, STATUSES } from './list-query';

/** While something on the page is being written. */
const REFRESH_MS = 5000;

/** All that one has, how far it is, and what it has come to. */
@Component({
  selector: 'tg-document-list-page',
  imports: [
    ActivityList,
    Button,
    CardsToCome,
    Confirm,
    DocumentCard,
    DocumentFilter,
    EmptyList,
    FirstSteps,
    Icon,
    Pager,
    ProblemNotice,
    RouterLink,
    StatsLedger,
    TranslocoDirective,
  ],
  providers: [OverviewStore],
  templateUrl: './document-list-page.html',
  styleUrls: ['./document-list.css', '../overview/overview.css'],
  encapsulation: ViewEncapsulation.None,
})
export class DocumentListPage {
  readonly page = input(1, { transform: (value: unknown) => numberAttribute(value, 1) });
  readonly search = input('', { transform: (value: unknown) => String(value ?? '') });
  readonly status = input(EVERYTHING.status, { transform: oneOf(STATUSES, null) });
  readonly sort = input(EVERYTHING.sort, { transform: oneOf(ORDERS, EVERYTHING.sort) });
  readonly archived = input(false, { transform: (value: unknown) => value === 'true' });

  private readonly router = inject(Router);
  protected readonly store = inject(DocumentsStore);
  protected readonly overview = inject(OverviewStore);
  protected readonly removing = signal<DocumentSummary | null>(null);
  protected readonly query = computed((): ListQuery => ({
    page: Math.max(1, Math.trunc(this.page())),
    search: this.search().slice(0, 200),
    status: this.status(),
    sort: this.sort(),
    archived: this.archived(),
  }));
  /** Whether there is nothing at all, not even in the archive; undefined until that is known. */
  protected readonly isBeginning = computed(() => {
    const { archived } = this.query();
    if (this.store.page()?.total !== 0 || archived || isNarrowed(this.query())) return false;
    return this.overview.stats() === null && this.overview.problem() === null
      ? undefined
      : (this.overview.stats()?.documents.total ?? 0) === 0;
  });
  constructor() {
    void inject(Pricing).tryToLoad();
    void this.overview.load();
    effect(() => {
      void this.store.load(this.query());
    });
    this.followWriting();
    this.leaveEmptyPage();
    this.prepareForDocuments();
  }

  protected show(change: Partial<ListQuery>): void {
    const { page, search, status, sort, archived } = { ...this.query(), page: 1, ...change };
    const queryParams = {
      page: page > 1 ? page : null,
      search: search || null,
      status,
      sort: sort === EVERYTHING.sort ? null : sort,
      archived: archived || null,
    };
    void this.router.navigate([], { queryParams, replaceUrl: 'search' in change });
  }

  protected async startSample(): Promise<void> {
    const id = await this.store.createSample();
    if (id !== null) await this.router.navigate(['/documents', id, 'sources']);
  }

  protected async toggleArchived(document: DocumentSummary): Promise<void> {
    await this.store.toggleArchived(document);
    await this.overview.load();
  }

  protected async remove(): Promise<void> {
    const document = this.removing();
    this.removing.set(null);
    if (document === null) return;
    await this.store.remove(document.id);
    await this.overview.load();
  }

  private followWriting(): void {
    const isWriting = computed(() =>
      this.store.page()?.items.some(({ status }) => status === 'generating'),
    );
    effect((onCleanup) => {
      // every answer sets the page anew, and so starts the next pause
      this.store.page();
      if (isWriting() !== true) return;
      const timer = setTimeout(() => {
        void this.store.reload();
        void this.overview.load();
      }, REFRESH_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  /** Once the page stands, while its documents are on their way. */
  private prepareForDocuments(): void {
    const locale = inject(Locale);
    afterNextRender(() => {
      setTimeout(() => {
        locale.prepare();
      });
    });
  }

  /** After the last document of the last page is gone. */
  private leaveEmptyPage(): void {
    effect(() => {
      const list = this.store.page();
      if (list === null || list.items.length > 0 || list.total === 0) return;
      this.show({ page: list.totalPages });
    });
  }
}
