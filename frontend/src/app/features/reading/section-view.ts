import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OutlineSection, Section } from '../../api/generated/models';
import type { CaptionNumbers } from '../../ui/prose/caption-numbers';
import type { CitationLabel, FigureOf, PlacedCitation } from '../../ui/prose/prose-context';
import { Prose } from '../../ui/prose/prose';
import { ToolButton } from '../../ui/tool-button/tool-button';
import { ChecksStore } from './checks/checks.store';
import { CitationMark } from './evidence/citation-mark';
import { claimRanges } from './evidence/claim-ranges';
import { stateOf, type SupportState } from './evidence/support-state';
import { SupportStore } from './evidence/support.store';
import { ProvenanceStore } from './provenance/provenance.store';

/** A section as its readers see it, with what is known of its citations and its hands. */
@Component({
  selector: 'tg-section-view',
  imports: [CitationMark, Prose, ToolButton, TranslocoDirective],
  templateUrl: './section-view.html',
})
export class SectionView {
  readonly heading = input.required<OutlineSection>();
  readonly section = input.required<Section | null>();
  readonly citationLabel = input.required<CitationLabel>();
  readonly editable = input.required<boolean>();
  /** Ordinal of the citation of this section that is open beside the text. */
  readonly openOrdinal = input<number | null>(null);
  /** Long texts come one section after the other; until then there is a heading, and room for it. */
  readonly shown = input(true);
  readonly captions = input.required<CaptionNumbers>();
  readonly figure = input.required<FigureOf>();
  readonly cited = output<PlacedCitation>();
  readonly edit = output();
  readonly history = output();

  private readonly checks = inject(ChecksStore);
  private readonly supports = inject(SupportStore);
  private readonly provenance = inject(ProvenanceStore);

  private readonly support = computed(() => {
    const section = this.section();
    return section && this.supports.of(section);
  });
  protected readonly ranges = computed(() => {
    const section = this.section();
    if (section === null) return [];
    return [
      ...this.checks.rangesOf(section),
      ...claimRanges(section.id, this.support()),
      ...this.provenance.rangesOf(section),
    ];
  });

  /** A heading above others has no text of its own; an appendix has one that no outline plans. */
  protected readonly isWritable = computed(() => {
    const { role, targetWords } = this.heading();
    return targetWords > 0 || role === 'appendix';
  });

  /** Height of a text of that length, about, in CSS pixels. */
  protected readonly later = computed(() => (this.section()?.wordCount ?? 0) * 3);

  protected stateOf(citation: PlacedCitation): SupportState | null {
    return stateOf(citation, this.support());
  }
}
