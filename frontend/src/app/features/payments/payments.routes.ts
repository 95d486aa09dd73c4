import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'payments',
    loadComponent: async () => (await import('./history/payment-history-page')).PaymentHistoryPage,
  },
  {
    path: ':id',
    title: 'payment',
    loadComponent: async () => (await import('./details/payment-details-page')).PaymentDetailsPage,
  },
];
