import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OutlineSection } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Icon } from '../../ui/icon/icon';
import { ToolButton } from '../../ui/tool-button/tool-button';
import { type Direction, MAX_LEVEL } from './outline-edits';

export type OutlineItemEdit =
  | { kind: 'change'; change: Partial<Pick<OutlineSection, 'title' | 'keyPoints' | 'targetWords'>> }
  | { kind: 'move'; direction: Direction }
  | { kind: 'remove' | 'addAfter' | 'addBelow' };

const MAX_WORDS = 20_000;

/** One section of the outline: its title in place, the rest unfolded. */
@Component({
  selector: 'tg-outline-item',
  imports: [Button, Field, FieldControl, Icon, ToolButton, TranslocoDirective],
  templateUrl: './outline-item.html',
  host: { '[class]': '"outline-item outline-item-" + section().level' },
})
export class OutlineItem {
  readonly section = input.required<OutlineSection>();
  readonly canMoveUp = input.required<boolean>();
  readonly canMoveDown = input.required<boolean>();
  readonly edited = output<OutlineItemEdit>();

  protected readonly locale = inject(Locale);
  protected readonly unfolded = signal(false);
  protected readonly maxLevel = MAX_LEVEL;

  protected rename(title: string): void {
    const oneLine = title.replace(/\s+/g, ' ').trim();
    if (oneLine !== '') this.change({ title: oneLine });
  }

  protected setKeyPoints(text: string): void {
    const keyPoints = text.split('\n').map((line) => line.trim());
    this.change({ keyPoints: keyPoints.filter((line) => line !== '') });
  }

  protected setWords(text: string): void {
    const words = Math.round(Number(text));
    if (Number.isFinite(words)) {
      this.change({ targetWords: Math.min(MAX_WORDS, Math.max(0, words)) });
    }
  }

  private change(change: Extract<OutlineItemEdit, { kind: 'change' }>['change']): void {
    this.edited.emit({ kind: 'change', change });
  }
}
