import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  type OnDestroy,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { choose, foundIn, lookFor, nextFound, replaceAll } from '../editor/plugins/finding';
import type { RoomEditor } from '../editor/room-editor';
import { ReplaceStore } from './replace.store';

/** So long nobody types before the other sections are looked through. */
const PAUSE_MS = 300;

/** Finds and replaces in the text under the pen, and in the others. */
@Component({
  selector: 'tg-find-bar',
  imports: [Button, Confirm, ProblemNotice, TranslocoDirective],
  providers: [ReplaceStore],
  templateUrl: './find-bar.html',
  host: { class: 'find-bar', role: 'search', '(keydown.escape)': 'close($event)' },
})
export class FindBar implements OnDestroy {
  readonly editor = input.required<RoomEditor>();
  readonly sectionId = input.required<string>();
  readonly dismiss = output();
  /** Id of another section that is to be opened. */
  readonly goTo = output<string>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(ReplaceStore);
  protected readonly text = signal('');
  protected readonly replacement = signal('');
  protected readonly matchCase = signal(false);
  protected readonly count = signal(0);
  protected readonly asking = signal(false);
  protected readonly elsewhere = computed(() =>
    this.store.hits().reduce((sum, { count }) => sum + count, 0),
  );
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly query = computed(() => ({ text: this.text(), matchCase: this.matchCase() }));
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    afterNextRender(() => {
      this.field().nativeElement.focus();
    });
  }

  ngOnDestroy(): void {
    clearTimeout(this.timer);
    const { view } = this.editor();
    if (!view.isDestroyed) view.dispatch(lookFor(view.state, { text: '', matchCase: false }));
  }

  protected look(): void {
    const { view } = this.editor();
    view.dispatch(lookFor(view.state, this.query()));
    this.count.set(foundIn(view.state).length);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.store.look(this.query(), this.sectionId());
    }, PAUSE_MS);
  }

  /** Chooses the place; the focus stays in the field, so that Enter leads on. */
  protected step(direction: 1 | -1): void {
    const { view } = this.editor();
    const next = nextFound(view.state, direction);
    if (next === undefined) return;
    view.dispatch(choose(view.state, next));
    const { node } = view.domAtPos(next.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'nearest' });
  }

  protected replaceOne(): void {
    const { view } = this.editor();
    const { from, to } = view.state.selection;
    const isFound = foundIn(view.state).some((one) => one.from === from && one.to === to);
    if (isFound) view.dispatch(view.state.tr.insertText(this.replacement(), from, to));
    this.step(1);
    this.count.set(foundIn(view.state).length);
  }

  protected replaceHere(): void {
    const { view } = this.editor();
    view.dispatch(replaceAll(view.state.tr, foundIn(view.state), this.replacement()));
    this.count.set(foundIn(view.state).length);
  }

  protected async replaceEverywhere(): Promise<void> {
    this.replaceHere();
    await this.store.replace(this.query(), this.replacement(), this.sectionId());
  }

  protected close(event?: Event): void {
    event?.stopPropagation();
    this.dismiss.emit();
  }
}
