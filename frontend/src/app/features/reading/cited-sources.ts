import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Bibliography, Source } from '../../api/generated/models';
import { doiUrl } from '../../core/links/doi-url';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { CitationItem } from '../../ui/prose/prose-model';

/** The sources behind one citation, beside the text. Escape leads back to where one was. */
@Component({
  selector: 'tg-cited-sources',
  imports: [Button, Icon, TranslocoDirective],
  templateUrl: './cited-sources.html',
  host: { class: 'cited-sources', '(keydown.escape)': 'close()' },
})
export class CitedSources {
  readonly items = input.required<readonly CitationItem[]>();
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  readonly bibliography = input.required<Bibliography | null>();
  readonly dismiss = output();

  private readonly document = inject(DOCUMENT);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  private opener: Element | null = null;

  protected readonly shown = computed(() => {
    const entries = new Map(this.bibliography()?.entries.map(({ key, text }) => [key, text]));
    return this.items().map(({ key, locator }) => {
      const source = this.sources().get(key);
      return {
        key,
        source,
        entry: entries.get(key) ?? source?.title,
        inBibliography: entries.has(key),
        page: locator?.label === 'page' ? locator.value : null,
        link: source === undefined ? null : linkOf(source),
      };
    });
  });

  constructor() {
    afterRenderEffect(() => {
      this.items();
      this.opener = this.document.activeElement;
      this.panel()?.nativeElement.focus({ preventScroll: true });
    });
  }

  protected close(): void {
    this.dismiss.emit();
    if (this.opener instanceof HTMLElement) this.opener.focus();
  }

  protected showEntry(key: string): void {
    const entry = this.document.getElementById(`ref-${key}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }
}

const linkOf = ({ doi, url }: Source): string | null => (doi ? doiUrl(doi) : (url ?? null));
