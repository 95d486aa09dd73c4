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
import type { Bibliography, Section, SectionSupport, Source } from '../../../api/generated/models';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { citationId } from '../../../ui/prose/prose-context';
import { CitedWork } from './cited-work';
import type { OpenCitation } from './placed-citations';
import { supportsOf } from './support-state';

/** What one citation rests on, beside the text. Escape leads back to where one was. */
@Component({
  selector: 'tg-evidence-panel',
  imports: [Button, CitedWork, Icon, TranslocoDirective],
  templateUrl: './evidence-panel.html',
  host: { '(keydown.escape)': 'close()' },
})
export class EvidencePanel {
  readonly citation = input.required<OpenCitation>();
  readonly section = input.required<Section>();
  readonly support = input.required<SectionSupport | null>();
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  readonly bibliography = input.required<Bibliography | null>();
  /** Of the document. */
  readonly language = input.required<string>();
  /** There are others that somebody should look at. */
  readonly more = input.required<boolean>();
  readonly dismiss = output();
  readonly next = output();

  private readonly document = inject(DOCUMENT);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  protected readonly works = computed(() => {
    const entries = new Map(this.bibliography()?.entries.map(({ key, text }) => [key, text]));
    const supports = supportsOf(this.citation(), this.support());
    return this.citation().items.map((item, at) => ({
      item,
      source: this.sources().get(item.key) ?? null,
      entry: entries.get(item.key) ?? null,
      support: supports[at] ?? null,
    }));
  });

  constructor() {
    afterRenderEffect(() => {
      this.citation();
      this.panel()?.nativeElement.focus({ preventScroll: true });
    });
  }

  protected close(): void {
    const { sectionId, ordinal } = this.citation();
    this.dismiss.emit();
    this.document.getElementById(citationId(sectionId, ordinal))?.focus();
  }
}
