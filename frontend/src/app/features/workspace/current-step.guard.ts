import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { DocumentStore } from './document.store';

/** Opens a document where its work goes on. */
export const currentStepGuard: CanActivateFn = async (route) => {
  const store = inject(DocumentStore);
  const router = inject(Router);
  const id = String(route.parent?.paramMap.get('id') ?? route.paramMap.get('id'));
  if (store.document()?.id !== id) await store.load(id);
  const step = STEP_OF_STATUS[store.document()?.status ?? 'draft'];
  return router.createUrlTree(['/documents', id, step]);
};

const STEP_OF_STATUS = {
  draft: 'sources',
  outlined: 'outline',
  generating: 'writing',
  completed: 'text',
} as const;
