import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icon-paths';
import type { DraftState } from '../draft-state';
import { ReadingStore } from '../reading.store';
import { Autosave } from './autosave';

const ICONS: Record<DraftState | 'offline' | 'unkept', IconName> = {
  saved: 'check',
  changed: 'clock',
  saving: 'retry',
  waiting: 'clock',
  offline: 'warning',
  refused: 'warning',
  conflict: 'differs',
  unkept: 'warning',
};

/** Where the typed text is at this moment. */
@Component({
  selector: 'tg-save-state',
  imports: [Icon, TranslocoDirective],
  template: `
    <p class="save-state" role="status" *transloco="let t; prefix: 'reading.room.states'">
      <tg-icon [name]="icon()" />{{ t(state()) }}
    </p>
  `,
})
export class SaveState {
  private readonly store = inject(ReadingStore);
  private readonly autosave = inject(Autosave);

  protected readonly state = computed(() => {
    const state = this.store.state();
    if (state === 'saved' || state === 'saving') return state;
    if (this.autosave.unkept()) return 'unkept';
    return state === 'waiting' && this.store.problem()?.status === 0 ? 'offline' : state;
  });
  protected readonly icon = computed(() => ICONS[this.state()]);
}
