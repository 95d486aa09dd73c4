import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A page that can hold changes which are not stored yet. */
export interface HoldsChanges {
  hasUnsavedChanges(): boolean;
}

export const unsavedGuard: CanDeactivateFn<HoldsChanges> = (page) =>
  !page.hasUnsavedChanges() || confirm(inject(TranslocoService).translate('workspace.unsaved'));
