import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OutlineSection, Section } from '../../api/generated/models';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { CitationLabel } from '../../ui/prose/prose-context';
import { Prose } from '../../ui/prose/prose';
import type { CitationItem } from '../../ui/prose/prose-model';

@Component({
  selector: 'tg-section-view',
  imports: [Button, Icon, Prose, TranslocoDirective],
  template: `
    <section *transloco="let t; prefix: 'reading'" [id]="heading().id">
      <div class="reading-heading">
        @if (heading().level === 1) {
          <h2>
            <span>{{ heading().number }}</span> {{ heading().title }}
          </h2>
        } @else {
          <h3>
            <span>{{ heading().number }}</span> {{ heading().title }}
          </h3>
        }
        @if (section() && editable() && heading().targetWords > 0) {
          <button
            tgButton="quiet"
            iconOnly
            type="button"
            [attr.aria-label]="t('edit', { title: heading().title })"
            (click)="edit.emit()"
          >
            <tg-icon name="edit" />
          </button>
        }
      </div>
      @if (section()?.content; as content) {
        <tg-prose
          [markdown]="content"
          [citationLabel]="citationLabel()"
          [headingLevel]="heading().level + 2"
          (cited)="cited.emit($event)"
        />
      } @else if (heading().targetWords > 0) {
        <p class="reading-missing">{{ t('notWritten') }}</p>
      }
    </section>
  `,
})
export class SectionView {
  readonly heading = input.required<OutlineSection>();
  readonly section = input.required<Section | null>();
  readonly citationLabel = input.required<CitationLabel>();
  readonly editable = input.required<boolean>();
  readonly cited = output<readonly CitationItem[]>();
  readonly edit = output();
}
