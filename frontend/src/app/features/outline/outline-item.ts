import { CdkDragHandle } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OutlineSection } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Icon } from '../../ui/icon/icon';
import { ToolButton } from '../../ui/tool-button/tool-button';
import { OutlineDetails } from './outline-details';
import type { Moves, OutlineItemEdit } from './outline-item-edit';

const BY_KEY: Record<string, OutlineItemEdit> = {
  ArrowUp: { kind: 'move', direction: 'up' },
  ArrowDown: { kind: 'move', direction: 'down' },
};
const BY_KEY_WITH_SHIFT: Record<string, OutlineItemEdit> = {
  ArrowRight: { kind: 'indent' },
  ArrowLeft: { kind: 'outdent' },
};

/** One section of the outline: its title and its length in place, the rest unfolded. */
@Component({
  selector: 'tg-outline-item',
  imports: [CdkDragHandle, Icon, OutlineDetails, ToolButton, TranslocoDirective],
  templateUrl: './outline-item.html',
  host: {
    '[class]': '"outline-item outline-item-" + section().level',
    '(keydown)': 'onKey($event)',
  },
})
export class OutlineItem {
  readonly section = input.required<OutlineSection>();
  readonly moves = input.required<Moves>();
  /** Words of the section with all below it. */
  readonly words = input.required<number>();
  /** Of the longest chapter, which the bars are measured by. */
  readonly longest = input.required<number>();
  readonly edited = output<OutlineItemEdit>();

  protected readonly locale = inject(Locale);
  protected readonly unfolded = signal(false);
  protected readonly share = computed(() => (100 * this.words()) / Math.max(1, this.longest()));
  protected readonly lacksSources = computed(() => {
    const { role, sourceKeys, targetWords } = this.section();
    return role === 'body' && targetWords > 0 && sourceKeys.length === 0;
  });

  protected rename(title: string): void {
    const oneLine = title.replace(/\s+/g, ' ').trim();
    if (oneLine !== '') this.edited.emit({ kind: 'change', change: { title: oneLine } });
  }

  protected onKey(event: KeyboardEvent): void {
    if (!event.altKey) return;
    const edit = (event.shiftKey ? BY_KEY_WITH_SHIFT : BY_KEY)[event.key];
    if (edit === undefined) return;
    event.preventDefault();
    this.edited.emit(edit);
  }
}
