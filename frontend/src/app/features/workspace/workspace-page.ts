import {
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Icon } from '../../ui/icon/icon';
import { RequirementsStore } from '../requirements/requirements.store';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from './document.store';
import { StepNav, type WorkspaceStep } from './step-nav';

@Component({
  selector: 'tg-workspace-page',
  imports: [Icon, ProblemNotice, RouterLink, RouterOutlet, StepNav, TranslocoDirective],
  templateUrl: './workspace-page.html',
  styleUrl: './workspace.css',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'wide page workspace' },
})
export class WorkspacePage {
  readonly id = input.required<string>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(DocumentStore);
  private readonly requirements = inject(RequirementsStore);
  private readonly sources = inject(SourcesStore);

  protected readonly steps = computed((): WorkspaceStep[] => {
    const written = this.store.writtenSections() > 0;
    const completed = this.store.document()?.status === 'completed';
    return [
      { path: 'sources', done: (this.sources.total() ?? 0) > 0 },
      { path: 'outline', done: this.store.outlineSections().length > 0 },
      { path: 'writing', done: completed },
      { path: 'text', done: written && completed },
      { path: 'requirements', done: this.requirements.stated() > 0 },
      { path: 'export', done: false },
    ];
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        if (this.store.document()?.id !== id) void this.store.load(id);
        void this.sources.load(id);
        void this.requirements.load(id);
        void this.store.learnWriter();
      });
    });
  }
}
