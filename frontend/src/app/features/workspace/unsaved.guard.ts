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

/** Where the document could not be shown there is no page. */
export const unsavedGuard: CanDeactivateFn<HoldsChanges | null> = (page) =>
  page?.hasUnsavedChanges() !== true ||
  confirm(inject(TranslocoService).translate('workspace.unsaved'));

export const sendingGuard: CanDeactivateFn<Sends | null> = (page) =>
  page?.isSending() !== true || confirm(inject(TranslocoService).translate('workspace.sending'));
