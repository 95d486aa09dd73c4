import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  inputBinding,
  linkedSignal,
  output,
  outputBinding,
  signal,
  twoWayBinding,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { redo, undo } from 'prosemirror-history';
import type { Source } from '../../../api/generated/models';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Lazy, type LazyPart } from '../../../ui/lazy/lazy';
import type { CitationLabel, PlacedCitation } from '../../../ui/prose/prose-context';
import type { EditedText } from '../edited-text';
import { isFrontPart } from '../front-matter/front-parts';
import { ReadingStore } from '../reading.store';
import { Autosave } from '../saving/autosave';
import { RefusedText } from '../saving/refused-text';
import { SaveState } from '../saving/save-state';
import { CountsLine } from './counts-line';
import { FocusMode } from './focus-mode';
import { COMMANDS, type CommandName } from './plugins/commands';
import { RoomDesk } from './room-desk';
import { SuggestionBar } from './suggesting/suggestion-bar';
import { SuggestionReview } from './suggesting/suggestion-review';
import { SuggestionsStore } from './suggesting/suggestions.store';
import { ShortcutsDialog } from './tools/shortcuts-dialog';
import { type RoomAct, ToolBar } from './tools/tool-bar';

/** The text of a section, or one in front of them, under the pen, with all its tools. */
@Component({
  selector: 'tg-section-editor',
  imports: [
    ...[Button, CountsLine, Field, FieldControl, Lazy, RefusedText, RoomDesk, SaveState],
    ...[ShortcutsDialog, SuggestionBar, ToolBar, TranslocoDirective],
  ],
  templateUrl: './section-editor.html',
  styleUrls: [
    './section-editor.css',
    './room-text.css',
    './room-cards.css',
    './suggesting/suggesting.css',
  ],
  encapsulation: ViewEncapsulation.None,
  providers: [SuggestionReview, SuggestionsStore],
  host: { class: 'section-editor', '(document:keydown)': 'onPageKey($event)' },
})
export class SectionEditor {
  readonly about = input.required<EditedText>();
  readonly citationLabel = input.required<CitationLabel>();
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  readonly cited = output<PlacedCitation>();
  /** Id of another section that is to be opened. */
  readonly goTo = output<string>();

  protected readonly store = inject(ReadingStore);
  protected readonly autosave = inject(Autosave);
  protected readonly focusMode = inject(FocusMode);
  private readonly review = inject(SuggestionReview);
  private readonly desk = viewChild(RoomDesk);

  private readonly sectionId = computed(() => this.store.draft()?.sectionId);
  /** One in front of the sections, which cites nothing; null for a section. */
  protected readonly part = computed(() => {
    const id = this.sectionId();
    return isFrontPart(id) ? id : null;
  });
  protected readonly editor = computed(() => this.desk()?.editor() ?? null);
  protected readonly on = signal<ReadonlySet<CommandName>>(new Set());
  protected readonly asSource = signal(false);
  protected readonly finding = signal(false);
  protected readonly addingFigure = signal(false);
  /** Once it was open it stays, so that its window can give the focus back. */
  protected readonly figureUsed = signal(false);
  protected readonly showingKeys = signal(false);
  /** Saving by itself goes on without keeping anybody from this. */
  protected readonly closing = signal(false);
  /** Opens anew for each text that comes between. */
  protected readonly merging = linkedSignal(() => this.store.theirs() !== null);

  /** What not every hour of writing needs comes when it is opened. */
  protected readonly parts: Record<'figure' | 'find' | 'merge', LazyPart> = {
    figure: {
      load: async () => (await import('../figures/figure-dialog')).FigureDialog,
      bindings: () => [
        twoWayBinding('open', this.addingFigure),
        outputBinding<string>('chosen', (markdown) => this.insert(markdown)),
      ],
    },
    find: {
      load: async () => (await import('../find/find-bar')).FindBar,
      bindings: () => [
        inputBinding('editor', this.editor),
        inputBinding(
          'sectionId',
          computed(() => this.store.draft()?.sectionId ?? ''),
        ),
        outputBinding('dismiss', () => this.stopFinding()),
        outputBinding<string>('goTo', (id) => this.goTo.emit(id)),
      ],
    },
    merge: {
      load: async () => (await import('../saving/merge-dialog')).MergeDialog,
      bindings: () => [
        twoWayBinding('open', this.merging),
        outputBinding<string>('decided', (text) => this.merged(text)),
      ],
    },
  };

  protected readonly roomActs = {
    find: () => {
      this.finding.set(true);
    },
    save: () => void this.save(),
    shortcuts: () => {
      this.showingKeys.set(true);
    },
    focusMode: () => {
      this.focusMode.toggle();
    },
    change: (direction: 1 | -1) => {
      this.review.step(direction);
    },
    decide: (accepts: boolean) => {
      this.review.decide(accepts, 'active');
    },
  };

  constructor() {
    const write = () => this.editor()?.flush();
    effect(() => {
      this.review.editor.set(this.editor());
    });
    effect(() => {
      const id = this.sectionId();
      if (id !== undefined) void untracked(() => this.review.load(id));
    });
    this.store.writer = write;
    inject(DestroyRef).onDestroy(() => {
      if (this.store.writer === write) this.store.writer = null;
    });
  }

  protected onMoved(on: readonly CommandName[]): void {
    const before = this.on();
    const isSame = on.length === before.size && on.every((name) => before.has(name));
    if (!isSame) this.on.set(new Set(on));
  }

  protected command(name: CommandName): void {
    this.editor()?.run(COMMANDS[name].run);
  }

  protected act(act: RoomAct): void {
    const { find, shortcuts } = this.roomActs;
    const acts: Record<RoomAct, () => void> = {
      ...{ find, shortcuts },
      focus: this.roomActs.focusMode,
      cite: () => this.desk()?.openPicker(),
      suggest: () => this.desk()?.openSuggest(),
      formula: () => this.desk()?.openFormula(),
      figure: () => {
        this.figureUsed.set(true);
        this.addingFigure.set(true);
      },
      undo: () => this.editor()?.run(undo),
      redo: () => this.editor()?.run(redo),
      source: () => {
        this.editor()?.flush();
        this.finding.set(false);
        this.asSource.update((asSource) => !asSource);
      },
    };
    acts[act]();
  }

  private stopFinding(): void {
    this.finding.set(false);
    this.editor()?.view.focus();
  }

  private insert(markdown: string): void {
    this.editor()?.insert(markdown);
    this.editor()?.view.focus();
  }

  protected async save(): Promise<void> {
    await this.autosave.send();
  }

  protected async close(): Promise<void> {
    this.closing.set(true);
    await this.store.save();
    this.closing.set(false);
    if (this.store.draft() === null) this.focusMode.on.set(false);
  }

  protected cancel(): void {
    this.focusMode.on.set(false);
    this.autosave.discard();
  }

  private merged(text: string): void {
    this.store.replace(text);
    this.editor()?.view.focus();
    void this.autosave.send();
  }

  /** `?` outside of fields. */
  protected onPageKey(event: KeyboardEvent): void {
    const { target, key } = event;
    const isTyping =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'));
    if (key === '?' && !isTyping) {
      event.preventDefault();
      this.showingKeys.set(true);
    }
  }
}
