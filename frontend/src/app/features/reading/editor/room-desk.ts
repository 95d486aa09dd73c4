import {
  afterNextRender,
  Component,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  type OnDestroy,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import type { CaptionNumbers } from '../../../ui/prose/caption-numbers';
import type { CitationLabel, PlacedCitation } from '../../../ui/prose/prose-context';
import type { CitationItem } from '../../../ui/prose/prose-model';
import { FiguresStore } from '../figures/figures.store';
import { cite, ordinalOf, recite, setFormula } from './card-actions';
import { CitationCard } from './citing/citation-card';
import { CitationPicker } from './citing/citation-picker';
import type { CommandName } from './plugins/commands';
import type { RoomActs } from './plugins/key-bindings';
import type { CardPlace, RoomCard } from './room-card';
import { RoomEditor } from './room-editor';
import type { RoomTexts } from './room-texts';
import { SuggestDesk } from './suggesting/suggest-desk';
import { FormulaCard } from './tools/formula-card';

/** The text itself, and the card that is open over it. */
@Component({
  selector: 'tg-room-desk',
  imports: [CitationCard, CitationPicker, FormulaCard, SuggestDesk],
  templateUrl: './room-desk.html',
  host: { class: 'room-desk' },
})
export class RoomDesk implements OnDestroy {
  readonly label = input.required<string>();
  readonly language = input.required<string>();
  readonly markdown = input.required<string>();
  /** With another number the text is taken over from {@link markdown}, as one change. */
  readonly replaced = input.required<number>();
  readonly cites = input.required<boolean>();
  readonly acts = input.required<Omit<RoomActs, 'cite' | 'open' | 'suggest'>>();
  readonly citationLabel = input.required<CitationLabel>();
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  readonly captions = input.required<CaptionNumbers>();
  readonly written = output<string>();
  readonly moved = output<readonly CommandName[]>();
  readonly cited = output<PlacedCitation>();

  private readonly figures = inject(FiguresStore);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly suggestDesk = viewChild(SuggestDesk);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');

  protected readonly card = signal<RoomCard | null>(null);
  protected readonly at = signal<CardPlace>({ top: 0, left: 0 });
  /** Null until the first rendering. */
  readonly editor = signal<RoomEditor | null>(null);

  constructor() {
    afterNextRender(() => {
      const editor = this.start();
      this.editor.set(editor);
      editor.view.focus();
      this.follow(editor);
    });
  }

  ngOnDestroy(): void {
    this.editor()?.destroy();
  }

  openPicker(): void {
    if (this.cites()) this.show({ kind: 'cite', position: null });
  }

  openFormula(): void {
    this.show({ kind: 'formula', position: null, tex: '' });
  }

  openSuggest(): void {
    this.suggestDesk()?.open();
  }

  private start(): RoomEditor {
    const acts: RoomActs = {
      ...this.acts(),
      cite: () => {
        this.openPicker();
      },
      suggest: () => {
        this.openSuggest();
      },
      open: (position) => {
        this.openAt(position);
      },
    };
    return new RoomEditor(this.place().nativeElement, {
      markdown: this.markdown(),
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.label() },
        ...{ lang: this.language(), class: 'room-text', spellcheck: 'true' },
      },
      texts: this.texts(acts),
      acts,
      onWritten: (markdown) => {
        this.written.emit(markdown);
      },
      onMoved: (on) => {
        this.moved.emit(on);
      },
    });
  }

  private follow(editor: RoomEditor): void {
    const { injector } = this;
    let shown = this.replaced();
    effect(
      () => {
        const replaced = this.replaced();
        if (replaced !== shown)
          untracked(() => {
            editor.takeOver(this.markdown());
          });
        shown = replaced;
      },
      { injector },
    );
    effect(
      () => {
        this.citationLabel();
        this.captions();
        this.figures.byKey();
        editor.redraw();
      },
      { injector },
    );
  }

  private texts({ open }: RoomActs): RoomTexts {
    return {
      open,
      citationLabel: (items) => this.citationLabel()(items),
      isKnown: (key) => this.sources().has(key),
      figure: (key) => this.figures.byKey().get(key),
      referenceOf: (label) => this.captions().references.get(label) ?? `@${label}`,
      say: (key, params) => this.transloco.translate(`reading.room.${key}`, params),
    };
  }

  private openAt(position: number): void {
    const node = this.editor()?.atomAt(position);
    if (node?.type.name === 'citation') {
      this.show({ kind: 'citation', position, items: node.attrs['items'] as CitationItem[] });
    } else if (node?.type.name.startsWith('formula') === true) {
      this.show({ kind: 'formula', position, tex: String(node.attrs['tex']) });
    }
  }

  private show(card: RoomCard): void {
    const editor = this.editor();
    if (editor === null) return;
    const box = this.place().nativeElement.getBoundingClientRect();
    const caret = editor.view.coordsAtPos(editor.view.state.selection.from);
    const left = Math.max(0, Math.round(caret.left - box.left));
    this.at.set({ top: Math.round(caret.bottom - box.top) + 6, left });
    this.card.set(card);
  }

  /** For another source of a citation that stands there. */
  protected showPicker(position: number): void {
    this.card.set({ kind: 'cite', position });
  }

  protected cite(item: CitationItem): void {
    const [editor, card] = [this.editor(), this.card()];
    this.card.set(null);
    if (editor !== null && card !== null) cite(editor, card, item);
  }

  protected recite(position: number, items: CitationItem[]): void {
    const editor = this.editor();
    if (editor === null) return;
    recite(editor, position, items);
    // a field tells its change once more on its way out
    this.card.update((card) =>
      card === null || items.length === 0 ? null : { kind: 'citation', position, items },
    );
  }

  protected setFormula(position: number | null, tex: string): void {
    const editor = this.editor();
    this.card.set(null);
    if (editor !== null) setFormula(editor, position, tex);
  }

  protected showEvidence(position: number, items: readonly CitationItem[]): void {
    const editor = this.editor();
    this.card.set(null);
    if (editor === null) return;
    editor.flush();
    this.cited.emit({ items, ordinal: ordinalOf(editor, position) });
  }

  protected dismiss(): void {
    this.card.set(null);
    this.editor()?.view.focus();
  }
}
