import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  input,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { ChecksStore } from './checks.store';
import { isNamed } from './finding-kinds';
import type { ShownFinding } from './shown-check';

/** A finding with its evidence, leading to its place in the text. */
@Component({
  selector: 'tg-finding-item',
  imports: [NgTemplateOutlet, TranslocoDirective],
  templateUrl: './finding-item.html',
})
export class FindingItem {
  readonly finding = input.required<ShownFinding>();
  /** Its message can be read by whoever reads the interface. */
  readonly explains = input.required<boolean>();

  protected readonly locale = inject(Locale);
  private readonly store = inject(ChecksStore);
  private readonly documents = inject(DocumentStore);
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  protected readonly language = computed(() => this.documents.document()?.language);
  protected readonly kind = computed(() => {
    const { kind } = this.finding();
    return isNamed(kind) ? kind : null;
  });

  protected goTo(): void {
    const { id, sectionId } = this.finding();
    if (sectionId === null) return;
    this.store.open.set(this.finding());
    afterNextRender(
      () => {
        // what has changed since has no places
        const place = this.page.getElementById(id) ?? this.page.getElementById(sectionId);
        place?.scrollIntoView({ block: place.id === id ? 'center' : 'start' });
        place?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
