import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import type { Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { betterDescribed } from './better-described';
import { JoinsStore } from './joins.store';
import { WorkFacts } from './work-facts';

/** Decides which of two sources stays, knowing what becomes of the other. */
@Component({
  selector: 'tg-join-decision',
  imports: [Badge, Button, ProblemNotice, TranslocoDirective, WorkFacts],
  templateUrl: './join-decision.html',
  host: { class: 'stack' },
})
export class JoinDecision {
  readonly source = input.required<Source>();
  readonly other = input.required<Source>();
  readonly another = output();
  readonly joined = output();
  /** The pair was not chosen, but looked alike. */
  readonly suggested = input(false);
  readonly apart = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(JoinsStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly both = computed(() => [this.source(), this.other()]);
  protected readonly stays = linkedSignal(() => betterDescribed(this.source(), this.other()));
  protected readonly goes = computed(() =>
    this.stays() === this.source() ? this.other() : this.source(),
  );
  protected readonly problem = signal<Problem | null>(null);
  /** How often the text cites the one that goes; null where that is not known. */
  protected readonly cited = signal<number | null>(null);

  constructor() {
    effect(() => {
      const gone = this.goes();
      untracked(() => void this.count(gone));
    });
    afterNextRender(() => this.element.querySelector<HTMLElement>('input:checked')?.focus());
  }

  protected keep(source: Source): void {
    this.stays.set(source);
    this.problem.set(null);
  }

  private async count(gone: Source): Promise<void> {
    this.cited.set(null);
    const times = await this.store.citationsOf(gone);
    if (gone === this.goes()) this.cited.set(times);
  }

  protected async join(): Promise<void> {
    this.problem.set(null);
    const problem = await this.store.join(this.goes(), this.stays());
    this.problem.set(problem);
    if (problem === null) this.joined.emit();
  }
}
