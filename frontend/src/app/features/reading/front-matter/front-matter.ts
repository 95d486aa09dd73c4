import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Lazy, type LazyPart } from '../../../ui/lazy/lazy';
import { RequirementsStore } from '../../requirements/requirements.store';
import { DocumentStore } from '../../workspace/document.store';
import { ReadingStore } from '../reading.store';
import type { StoredText } from '../stored-texts';
import { FrontMatterStore } from './front-matter.store';
import { FRONT_PARTS, type FrontPart } from './front-parts';
import { FrontTextView } from './front-text-view';

/** All that stands in front of the chapters, and what may be added to it. */
@Component({
  selector: 'tg-front-matter',
  imports: [Button, FrontTextView, Icon, Lazy, ProblemNotice, TranslocoDirective],
  templateUrl: './front-matter.html',
})
export class FrontMatter {
  /** In the place of the text that is under the pen. */
  readonly editor = input.required<LazyPart>();
  readonly edit = output<StoredText & { id: FrontPart }>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(FrontMatterStore);
  private readonly documents = inject(DocumentStore);
  private readonly reading = inject(ReadingStore);
  private readonly requirements = inject(RequirementsStore);

  protected readonly parts = FRONT_PARTS;
  protected readonly edited = computed(() => this.reading.draft()?.sectionId ?? null);
  /** Before anything is known these are all that most documents lack, so that nothing moves then. */
  protected readonly missing = computed(() => FRONT_PARTS.filter((part) => !this.isShown(part)));

  /** An abstract has its place before it is written, but for essays, which often do without. */
  protected isShown(part: FrontPart): boolean {
    const isPlanned = part === 'abstract' && this.documents.document()?.type !== 'essay';
    return isPlanned || (this.store.text(part)?.content ?? '') !== '';
  }

  protected isRuled(part: FrontPart): boolean {
    const order = this.requirements.requirements()?.profile.values.partOrder;
    return order?.value.includes(part) === true;
  }

  protected open(part: FrontPart): void {
    const text = this.store.text(part);
    if (text !== undefined) this.edit.emit({ ...text, id: part });
  }

  protected retry(): void {
    const id = this.documents.document()?.id;
    if (id !== undefined) void this.store.load(id);
  }
}
