import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Progress } from '../../../ui/progress/progress';
import { UploadRow } from './upload-row';
import { UploadsStore } from './uploads.store';

/** More rows scroll in a frame of their own, so that the sources below stay in reach. */
const MANY = 8;

/** The files on their way, what came of each, and what may be done about all of them. */
@Component({
  selector: 'tg-upload-list',
  imports: [Button, Icon, Progress, TranslocoDirective, UploadRow],
  templateUrl: './upload-list.html',
})
export class UploadList {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(UploadsStore);
  readonly cleared = output();

  protected readonly onlyTroubled = signal(false);
  protected readonly narrowed = computed(
    () => this.onlyTroubled() && this.store.troubled().length > 0,
  );
  protected readonly shown = computed(() =>
    this.narrowed() ? this.store.troubled() : this.store.uploads(),
  );
  protected readonly many = computed(() => this.store.uploads().length > MANY);
  protected readonly percent = computed(
    () => (100 * this.store.settled()) / Math.max(1, this.store.uploads().length),
  );

  protected clear(): void {
    this.store.clear();
    this.onlyTroubled.set(false);
    this.cleared.emit();
  }
}
