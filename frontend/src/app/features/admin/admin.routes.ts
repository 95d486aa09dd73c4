import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./admin-shell')).AdminShell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        title: 'admin.titles.overview',
        loadComponent: async () => (await import('./overview/overview-page')).OverviewPage,
      },
      {
        path: 'users',
        title: 'admin.titles.users',
        loadComponent: async () => (await import('./users/users-page')).UsersPage,
      },
      {
        path: 'users/:id',
        title: 'admin.titles.user',
        loadComponent: async () => (await import('./users/user-page')).UserPage,
      },
      {
        path: 'institutions',
        title: 'admin.titles.institutions',
        loadComponent: async () => (await import('./users/institutions-page')).InstitutionsPage,
      },
      {
        path: 'payments',
        title: 'admin.titles.payments',
        loadComponent: async () => (await import('./money/payments-page')).AllPaymentsPage,
      },
      {
        path: 'refunds',
        title: 'admin.titles.refunds',
        loadComponent: async () => (await import('./money/refunds-page')).RefundsPage,
      },
      {
        path: 'prices',
        title: 'admin.titles.prices',
        loadComponent: async () => (await import('./money/prices-page')).PricesPage,
      },
      {
        path: 'discounts',
        title: 'admin.titles.discounts',
        loadComponent: async () => (await import('./money/discounts-page')).DiscountsPage,
      },
      {
        path: 'costs',
        title: 'admin.titles.costs',
        loadComponent: async () => (await import('./money/costs-page')).CostsPage,
      },
      {
        path: 'books',
        title: 'admin.titles.books',
        loadComponent: async () => (await import('./money/books-page')).BooksPage,
      },
      {
        path: 'jobs',
        title: 'admin.titles.jobs',
        loadComponent: async () => (await import('./operations/jobs-page')).JobsPage,
      },
      {
        path: 'stuck',
        title: 'admin.titles.stuck',
        loadComponent: async () => (await import('./operations/stuck-page')).StuckPage,
      },
      {
        path: 'system',
        title: 'admin.titles.system',
        loadComponent: async () => (await import('./operations/system-page')).SystemPage,
      },
      {
        path: 'settings',
        title: 'admin.titles.settings',
        loadComponent: async () => (await import('./settings/settings-page')).SettingsPage,
      },
      {
        path: 'audit',
        title: 'admin.titles.audit',
        loadComponent: async () => (await import('./audit/audit-page')).AuditPage,
      },
      {
        path: 'letters',
        title: 'admin.titles.letters',
        loadComponent: async () => (await import('./operations/letters-page')).LettersPage,
      },
    ],
  },
];
