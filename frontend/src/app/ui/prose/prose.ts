import { Component, computed, inject, input, output, type TemplateRef } from '@angular/core';
import { type CaptionNumbers, NO_CAPTIONS, numberCaptions } from './caption-numbers';
import { parseProse } from './parse-prose';
import { ProseBlocks } from './prose-blocks';
import {
  type CitationLabel,
  type CitationMarkContext,
  type FigureOf,
  type PlacedCitation,
  ProseContext,
} from './prose-context';
import type { ProseRange } from './prose-model';

/**
 * The stored Markdown of a section, set as text. A citation is a button that can be opened.
 *
 * @example <tg-prose [markdown]="section.content" [citationLabel]="label" (cited)="show($event)" />
 */
@Component({
  selector: 'tg-prose',
  imports: [ProseBlocks],
  template: '<tg-prose-blocks [blocks]="blocks()" />',
  host: { class: 'tg-prose' },
  providers: [ProseContext],
})
export class Prose {
  readonly markdown = input.required<string>();
  readonly citationLabel = input.required<CitationLabel>();
  /** Set behind the label of each citation, and part of its name. */
  readonly citationMark = input<TemplateRef<CitationMarkContext> | null>(null);
  /** Begins the ids of citations; without it they have none. */
  readonly anchor = input('');
  /** Ordinal of the citation that is shown beside the text. */
  readonly openOrdinal = input<number | null>(null);
  readonly ranges = input<readonly ProseRange[]>([]);
  readonly headingLevel = input(3);
  readonly captions = input<CaptionNumbers>({
    ...{ language: 'en', before: NO_CAPTIONS, references: new Map() },
  });
  readonly figure = input<FigureOf>(() => undefined);
  readonly cited = output<PlacedCitation>();

  protected readonly blocks = computed(() => parseProse(this.markdown(), this.ranges()));

  private readonly numbers = computed(() => numberCaptions(this.blocks(), this.captions()).shown);

  constructor() {
    inject(ProseContext).connect({
      citationLabel: this.citationLabel,
      citationMark: this.citationMark,
      anchor: this.anchor,
      openOrdinal: this.openOrdinal,
      headingLevel: this.headingLevel,
      numbers: this.numbers,
      references: computed(() => this.captions().references),
      figure: this.figure,
      open: (citation) => {
        this.cited.emit(citation);
      },
    });
  }
}
