import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A page that can hold changes which are not stored yet. */
export interface HoldsChanges {
  hasUnsavedChanges(): boolean;
}

/** A page from which something is on its way that would be lost with it. */
export interface Sends {
  isSending(): boolean;
}

export const unsavedGuard: CanDeactivateFn<HoldsChanges> = (page) =>
  !page.hasUnsavedChanges() || confirm(inject(TranslocoService).translate('workspace.unsaved'));

export const sendingGuard: CanDeactivateFn<Sends> = (page) =>
  !page.isSending() || confirm(inject(TranslocoService).translate('workspace.sending'));
