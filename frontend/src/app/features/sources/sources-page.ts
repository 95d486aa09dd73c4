import {
  afterNextRender,
  Component,
  inject,
  Injector,
  inputBinding,
  outputBinding,
  signal,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ImportReport, Source } from '../../api/generated/models';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Dialog } from '../../ui/dialog/dialog';
import { Icon } from '../../ui/icon/icon';
import { Lazy, type LazyPart } from '../../ui/lazy/lazy';
import { AddSources } from './adding/add-sources';
import { ImportOutcome } from './adding/import-outcome';
import { SourceForm } from './editing/source-form';
import { ApartPairs } from './joining/apart-pairs';
import type { JoinEnd, LikelyPair } from './joining/likely-pair';
import { SourceList } from './listing/source-list';
import type { Sends } from '../workspace/unsaved.guard';
import { SourcesStore } from './sources.store';

@Component({
  selector: 'tg-sources-page',
  imports: [
    AddSources,
    Button,
    Confirm,
    Dialog,
    Icon,
    ImportOutcome,
    Lazy,
    ProblemNotice,
    RouterLink,
    SourceForm,
    SourceList,
    TranslocoDirective,
  ],
  templateUrl: './sources-page.html',
  // they come with the page, so that nobody loads them who only looks in
  styleUrls: ['./sources.css', './adding/adding.css', './editing/editing.css'],
  encapsulation: ViewEncapsulation.None,
  host: { '(window:beforeunload)': 'onUnload($event)' },
})
export class SourcesPage implements Sends {
  protected readonly store = inject(SourcesStore);
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly apartPairs = inject(ApartPairs);
  private readonly adding = viewChild(AddSources);
  private readonly list = viewChild(SourceList);
  private readonly form = viewChild(SourceForm);

  protected readonly sampleReport = signal<ImportReport | null>(null);
  protected readonly editing = signal<Source | null>(null);
  protected readonly removing = signal<Source | null>(null);
  protected readonly joining = signal<LikelyPair | null>(null);
  /** Once it was open it stays, so that its window can close by itself and give the focus back. */
  protected readonly joinUsed = signal(false);
  protected readonly joinDialog: LazyPart = {
    load: async () => (await import('./joining/join-dialog')).JoinDialog,
    bindings: () => [
      inputBinding('pair', this.joining),
      outputBinding<JoinEnd>('closed', (end) => this.onJoinClosed(end)),
    ],
  };

  /** For those who do not see the list change. */
  protected readonly said = signal<'saved' | 'removed' | 'apart' | null>(null);

  isSending(): boolean {
    return this.adding()?.isSending() === true;
  }

  protected onUnload(event: Event): void {
    if (this.isSending() || this.form()?.hasUnsavedChanges() === true) event.preventDefault();
  }

  protected readonly mayClose = (): boolean =>
    this.form()?.hasUnsavedChanges() !== true ||
    confirm(this.transloco.translate('workspace.unsaved'));

  protected async importSample(): Promise<void> {
    this.sampleReport.set(await this.store.importSample());
  }

  protected onEdited(end: 'saved' | 'cancelled'): void {
    this.said.set(end === 'saved' ? 'saved' : null);
    this.editing.set(null);
    afterNextRender(() => this.keepFocus(), { injector: this.injector });
  }

  protected startJoin(pair: LikelyPair): void {
    this.joining.set(pair);
    this.joinUsed.set(true);
  }

  protected onJoinClosed(end: JoinEnd): void {
    const { source, other } = this.joining() ?? {};
    this.joining.set(null);
    this.said.set(end === 'apart' ? 'apart' : null);
    // only then the list has the focus back, and takes care of it
    const go = () => {
      if (end === 'joined') this.list()?.focusJoined();
      else if (end === 'apart' && source && other) this.apartPairs.keep(source, other);
    };
    afterNextRender(go, { injector: this.injector });
  }

  protected async remove(): Promise<void> {
    const source = this.removing();
    this.removing.set(null);
    if (source === null) return;
    this.said.set(null);
    if (await this.store.remove(source)) this.said.set('removed');
  }

  /** The source may have left the list with the edit, and the button that opened the form with it. */
  private keepFocus(): void {
    if (document.activeElement === document.body) this.list()?.focusHeading();
  }
}
