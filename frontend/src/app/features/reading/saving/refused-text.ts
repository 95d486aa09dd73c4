import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import type { RoomEditor } from '../editor/room-editor';
import { isFrontPart } from '../front-matter/front-parts';
import { ReadingStore } from '../reading.store';

/** Why a text is not stored, place by place, and the way to each place. */
@Component({
  selector: 'tg-refused-text',
  imports: [Button, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './refused-text.html',
})
export class RefusedText {
  /** Null while the text is shown as source. */
  readonly editor = input.required<RoomEditor | null>();
  readonly decide = output();

  protected readonly store = inject(ReadingStore);

  /** What is told of citations is about the sources, and such a text has none to cite. */
  protected readonly mustNotCite = computed(
    () =>
      isFrontPart(this.store.draft()?.sectionId) &&
      this.store.problem()?.code === 'INVALID_CITATION',
  );
  /** What passes by itself is told by the state of saving. */
  protected readonly problem = computed(() =>
    this.store.state() === 'waiting' ? null : this.store.problem(),
  );
  /** Each as the server quotes it, and its place in the Markdown; null where it is not found. */
  protected readonly places = computed(() => {
    const content = this.store.draft()?.content ?? '';
    return (this.problem()?.fields ?? []).map(({ message }) => {
      const quoted = message.slice(0, message.lastIndexOf(': '));
      const at = quoted === '' ? -1 : content.indexOf(quoted);
      return { message, at: at === -1 ? null : at };
    });
  });
}
