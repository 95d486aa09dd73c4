import {
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TextSelection } from 'prosemirror-state';
import type { CardPlace, Chosen } from '../room-card';
import type { RoomEditor } from '../room-editor';
import { SuggestMenu, type Wish } from './suggest-menu';
import { SuggestionReview } from './suggestion-review';

/** The menu beside the chosen words. */
@Component({
  selector: 'tg-suggest-desk',
  imports: [SuggestMenu],
  template: `
    @if (shown(); as chosen) {
      <div
        class="room-card suggest-card"
        [style.top.px]="at().top"
        [style.--card-left.px]="at().left"
      >
        <tg-suggest-menu
          [busy]="review.store.asking() !== null"
          (wished)="ask(chosen, $event)"
          (dismiss)="hide()"
        />
      </div>
    }
  `,
})
export class SuggestDesk {
  readonly editor = input.required<RoomEditor | null>();
  /** Something else is open over the text. */
  readonly covered = input.required<boolean>();

  protected readonly review = inject(SuggestionReview);
  private readonly menu = viewChild(SuggestMenu);
  private readonly focusWanted = signal(false);
  private readonly hidden = signal<Chosen | null>(null);
  protected readonly at = signal<CardPlace>({ top: 0, left: 0 });

  private readonly chosen = computed(() => this.editor()?.chosen() ?? null);
  protected readonly shown = computed(() => {
    const chosen = this.chosen();
    const isWanted =
      this.review.possible() && !this.covered() && (chosen === null || chosen !== this.hidden());
    return isWanted ? chosen : null;
  });

  constructor() {
    effect(() => {
      const chosen = this.chosen();
      untracked(() => {
        if (chosen !== null) this.place(chosen);
        this.hidden.set(null);
      });
    });
    // it is drawn with the selection, a frame later
    effect(() => {
      const bar = this.menu()?.bar();
      if (bar === undefined || !this.focusWanted()) return;
      bar.nativeElement.querySelector('button')?.focus();
      this.focusWanted.set(false);
    });
  }

  /** Leads into the menu; with nothing chosen it is about the paragraph. */
  open(): void {
    const editor = this.editor();
    if (editor === null || !this.review.possible()) return;
    this.hidden.set(null);
    if (this.chosen() === null) chooseParagraph(editor);
    this.focusWanted.set(true);
  }

  protected hide(): void {
    this.hidden.set(this.chosen());
    this.editor()?.view.focus();
  }

  protected ask({ from, to }: Chosen, { action, instruction }: Wish): void {
    this.hide();
    void this.review.ask(action, from, to, instruction);
  }

  private place({ to }: Chosen): void {
    const view = this.editor()?.view;
    const box = view?.dom.parentElement?.getBoundingClientRect();
    if (view === undefined || box === undefined) return;
    const end = view.coordsAtPos(to);
    const left = Math.max(0, Math.round(end.left - box.left));
    this.at.set({ top: Math.round(end.bottom - box.top) + 6, left });
  }
}

function chooseParagraph({ view }: RoomEditor): void {
  const { $from } = view.state.selection;
  if (!$from.parent.isTextblock) return;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(doc, $from.start(), $from.end())));
}
