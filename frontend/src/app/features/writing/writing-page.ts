import { Component, computed, effect, inject, untracked, ViewEncapsulation } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Icon } from '../../ui/icon/icon';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import { OfflineWriterNotice } from '../workspace/offline-writer-notice';
import { EstimatePanel } from './estimate/estimate-panel';
import { JobPanel } from './job-panel';
import { JobSocket } from './job-socket';
import { SectionStates } from './section-states';
import { WritingStore } from './writing.store';

@Component({
  selector: 'tg-writing-page',
  imports: [
    Button,
    Empty,
    EstimatePanel,
    Icon,
    JobPanel,
    OfflineWriterNotice,
    ProblemNotice,
    RouterLink,
    SectionStates,
    TranslocoDirective,
  ],
  templateUrl: './writing-page.html',
  styleUrl: './writing.css',
  encapsulation: ViewEncapsulation.None,
  providers: [JobSocket, WritingStore],
})
export class WritingPage {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  protected readonly documents = inject(DocumentStore);
  protected readonly sources = inject(SourcesStore);
  protected readonly store = inject(WritingStore);

  protected readonly completed = computed(() => this.documents.document()?.status === 'completed');
  protected readonly toWrite = computed(() =>
    this.completed() ? null : this.documents.document(),
  );
  protected readonly canStart = computed(() => {
    // a job that stopped on its way is resumed, not begun anew
    const job = this.store.job();
    return job === null || job?.status === 'completed';
  });
  private readonly documentId = computed(() => this.documents.document()?.id);

  constructor() {
    effect(() => {
      const id = this.documentId();
      if (id !== undefined) {
        untracked(() => {
          this.store.watch(id);
        });
      }
    });
  }

  protected async start(): Promise<void> {
    await this.store.start();
    await this.leadToPayment();
  }

  protected async resume(): Promise<void> {
    await this.store.resume();
    await this.leadToPayment();
  }

  /** What is to be paid for first is no error, but the next step. */
  private async leadToPayment(): Promise<void> {
    if (this.store.problem()?.code !== 'PAYMENT_REQUIRED') return;
    await this.router.navigate(['../payment'], { relativeTo: this.route });
  }
}
