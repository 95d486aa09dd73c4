import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CitationSupport, Source } from '../../../api/generated/models';
import { doiUrl } from '../../../core/links/doi-url';
import { Button } from '../../../ui/button/button';
import type { CitationItem } from '../../../ui/prose/prose-model';
import { plainSentence } from './plain-sentence';
import { SupportBadge } from './support-badge';

/** The sentence that cites a work beside the words of the work that it rests on. */
@Component({
  selector: 'tg-cited-work',
  imports: [Button, RouterLink, SupportBadge, TranslocoDirective],
  templateUrl: './cited-work.html',
  host: { class: 'cited-work' },
})
export class CitedWork {
  readonly item = input.required<CitationItem>();
  /** Null when the document has no source of that key. */
  readonly source = input.required<Source | null>();
  /** Its entry in the bibliography. */
  readonly entry = input.required<string | null>();
  /** Null while it is not known. */
  readonly support = input.required<CitationSupport | null>();
  /** The Markdown of the section. */
  readonly content = input.required<string>();
  readonly language = input.required<string>();

  private readonly document = inject(DOCUMENT);

  protected readonly sentence = computed(() => {
    const place = this.support()?.sentence;
    return place === undefined ? null : plainSentence(this.content().slice(place.start, place.end));
  });

  /** What the state means, and for unchecked why. */
  protected readonly meaning = computed(() => {
    const support = this.support();
    if (support === null) return null;
    const whole = support.state === 'unchecked' && support.evidence === null;
    return whole ? 'whole' : support.state;
  });

  /** Of the passage, or else as it was cited. */
  protected readonly page = computed(() => {
    const { locator } = this.item();
    return this.support()?.evidence?.page ?? (locator?.label === 'page' ? locator.value : null);
  });

  /** Where the passage stands, to be read in its surroundings. */
  protected readonly passage = computed(() => {
    const [source, evidence] = [this.source(), this.support()?.evidence];
    if (source === null || !evidence) return null;
    return { sourceId: source.id, query: { passage: evidence.passageId, from: 'text' } };
  });

  protected readonly link = computed(() => {
    const source = this.source();
    if (source === null) return null;
    return source.doi ? doiUrl(source.doi) : source.url;
  });

  protected showEntry(): void {
    const entry = this.document.getElementById(`ref-${this.item().key}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }
}
