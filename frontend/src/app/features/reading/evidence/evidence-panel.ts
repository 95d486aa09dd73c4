import {
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Bibliography, Section, Source } from '../../../api/generated/models';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { citationId } from '../../../ui/prose/prose-context';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { DocumentStore } from '../../workspace/document.store';
import { CitedWork } from './cited-work';
import type { OpenCitation } from './placed-citations';
import { supportsOf } from './support-state';
import { SupportStore } from './support.store';

/** A citation with the section that it stands in. */
export interface ShownCitation {
  citation: OpenCitation;
  section: Section;
}

/** What one citation rests on, beside the text. Escape leads back to where one was. */
@Component({
  selector: 'tg-evidence-panel',
  imports: [Button, CitedWork, Icon, ToolButton, TranslocoDirective],
  templateUrl: './evidence-panel.html',
  host: { '(keydown.escape)': 'close()' },
})
export class EvidencePanel {
  /** Null only on the way out. */
  readonly shown = input.required<ShownCitation | null>();
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  readonly bibliography = input.required<Bibliography | null>();
  readonly dismiss = output();
  readonly next = output();

  private readonly document = inject(DOCUMENT);
  private readonly documents = inject(DocumentStore);
  private readonly supports = inject(SupportStore);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  protected readonly content = computed(() => this.shown()?.section.content ?? '');
  protected readonly language = computed(() => this.documents.document()?.language ?? '');
  /** There are others that somebody should look at. */
  protected readonly more = computed(() => this.supports.concerns().length > 0);
  protected readonly works = computed(() => {
    const entries = new Map(this.bibliography()?.entries.map(({ key, text }) => [key, text]));
    const shown = this.shown();
    if (shown === null) return [];
    const supports = supportsOf(shown.citation, this.supports.of(shown.section));
    return shown.citation.items.map((item, at) => ({
      item,
      source: this.sources().get(item.key) ?? null,
      entry: entries.get(item.key) ?? null,
      support: supports[at] ?? null,
    }));
  });

  constructor() {
    afterRenderEffect(() => {
      this.shown();
      this.panel()?.nativeElement.focus({ preventScroll: true });
    });
  }

  protected close(): void {
    const citation = this.shown()?.citation;
    this.dismiss.emit();
    if (citation === undefined) return;
    this.document.getElementById(citationId(citation.sectionId, citation.ordinal))?.focus();
  }
}
