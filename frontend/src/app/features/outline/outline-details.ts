import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OutlineSection, Source } from '../../api/generated/models';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Icon } from '../../ui/icon/icon';
import { ToolButton } from '../../ui/tool-button/tool-button';
import { SourcesStore } from '../sources/sources.store';
import { MAX_LEVEL } from './outline-edits';
import type { Moves, OutlineChange, OutlineItemEdit } from './outline-item-edit';

const MAX_WORDS = 20_000;
const MAX_SOURCES = 200;

/** `Roediger 2006: Test-enhanced learning`, short enough for a line. */
function nameOf({ authors, names, year, title }: Source): string {
  const [first = ''] = names.map((name) => name.split(',')[0] ?? name);
  const others = authors.length > 1 ? ' …' : '';
  return `${first}${others} ${year === null ? '' : String(year)}: ${title}`.replace(/^ *:? */, '');
}

/** What a section is to say, how long, from which sources, and where it belongs. */
@Component({
  selector: 'tg-outline-details',
  imports: [Button, Field, FieldControl, Icon, ToolButton, TranslocoDirective],
  templateUrl: './outline-details.html',
})
export class OutlineDetails {
  readonly section = input.required<OutlineSection>();
  readonly moves = input.required<Moves>();
  readonly edited = output<OutlineItemEdit>();

  protected readonly maxLevel = MAX_LEVEL;
  private readonly library = inject(SourcesStore).sources;
  private readonly names = computed(
    () => new Map((this.library() ?? []).map((source) => [source.key, nameOf(source)])),
  );
  protected readonly carried = computed(() =>
    this.section().sourceKeys.map((key) => ({ key, name: this.names().get(key) ?? key })),
  );
  protected readonly others = computed(() => {
    const { sourceKeys } = this.section();
    if (sourceKeys.length >= MAX_SOURCES) return [];
    return [...this.names()]
      .filter(([key]) => !sourceKeys.includes(key))
      .map(([key, name]) => ({ key, name }))
      .sort((one, other) => one.name.localeCompare(other.name));
  });

  protected setKeyPoints(text: string): void {
    const keyPoints = text.split('\n').map((line) => line.trim());
    this.change({ keyPoints: keyPoints.filter((line) => line !== '') });
  }

  protected setWords(text: string): void {
    const words = Math.round(Number(text));
    if (!Number.isFinite(words)) return;
    this.change({ targetWords: Math.min(MAX_WORDS, Math.max(0, words)) });
  }

  protected carry(key: string): void {
    if (key !== '') this.change({ sourceKeys: [...this.section().sourceKeys, key] });
  }

  protected release(key: string): void {
    this.change({ sourceKeys: this.section().sourceKeys.filter((one) => one !== key) });
  }

  private change(change: OutlineChange): void {
    this.edited.emit({ kind: 'change', change });
  }
}
