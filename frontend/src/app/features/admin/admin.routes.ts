import type { Routes } from '@angular/router';
import { withTexts } from '../../core/i18n/texts';

export const routes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./admin-shell')).AdminShell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        title: 'admin.titles.overview',
        loadComponent: withTexts(
          ['admin-running'],
          async () => (await import('./overview/overview-page')).OverviewPage,
        ),
      },
      {
        path: 'users',
        title: 'admin.titles.users',
        loadComponent: withTexts(
          ['admin-people'],
          async () => (await import('./users/users-page')).UsersPage,
        ),
      },
      {
        path: 'users/:id',
        title: 'admin.titles.user',
        loadComponent: withTexts(
          ['admin-people'],
          async () => (await import('./users/user-page')).UserPage,
        ),
      },
      {
        path: 'institutions',
        title: 'admin.titles.institutions',
        loadComponent: withTexts(
          ['admin-people'],
          async () => (await import('./users/institutions-page')).InstitutionsPage,
        ),
      },
      {
        path: 'payments',
        title: 'admin.titles.payments',
        loadComponent: withTexts(
          ['admin-money'],
          async () => (await import('./money/payments-page')).AllPaymentsPage,
        ),
      },
      {
        path: 'refunds',
        title: 'admin.titles.refunds',
        loadComponent: withTexts(
          ['admin-money'],
          async () => (await import('./money/refunds-page')).RefundsPage,
        ),
      },
      {
        path: 'prices',
        title: 'admin.titles.prices',
        loadComponent: withTexts(
          ['admin-money'],
          async () => (await import('./money/prices-page')).PricesPage,
        ),
      },
      {
        path: 'discounts',
        title: 'admin.titles.discounts',
        loadComponent: withTexts(
          ['admin-money'],
          async () => (await import('./money/discounts-page')).DiscountsPage,
        ),
      },
      {
        path: 'costs',
        title: 'admin.titles.costs',
        loadComponent: withTexts(
          ['admin-money'],
          async () => (await import('./money/costs-page')).CostsPage,
        ),
      },
      {
        path: 'books',
        title: 'admin.titles.books',
        loadComponent: withTexts(
          ['admin-money'],
          async () => (await import('./money/books-page')).BooksPage,
        ),
      },
      {
        path: 'jobs',
        title: 'admin.titles.jobs',
        loadComponent: withTexts(
          ['admin-running'],
          async () => (await import('./operations/jobs-page')).JobsPage,
        ),
      },
      {
        path: 'stuck',
        title: 'admin.titles.stuck',
        loadComponent: withTexts(
          ['admin-running'],
          async () => (await import('./operations/stuck-page')).StuckPage,
        ),
      },
      {
        path: 'system',
        title: 'admin.titles.system',
        loadComponent: withTexts(
          ['admin-running'],
          async () => (await import('./operations/system-page')).SystemPage,
        ),
      },
      {
        path: 'settings',
        title: 'admin.titles.settings',
        loadComponent: withTexts(
          ['admin-settings'],
          async () => (await import('./settings/settings-page')).SettingsPage,
        ),
      },
      {
        path: 'mails',
        title: 'admin.titles.mails',
        loadComponent: withTexts(
          ['admin-mails'],
          async () => (await import('./mails/mails-page')).MailsPage,
        ),
      },
      {
        path: 'mails/:id',
        title: 'admin.titles.mail',
        loadComponent: withTexts(
          ['admin-mails'],
          async () => (await import('./mails/mail-page')).MailPage,
        ),
      },
      {
        path: 'audit',
        title: 'admin.titles.audit',
        loadComponent: withTexts(
          ['admin-audit', 'admin-people', 'admin-settings', 'admin-mails'],
          async () => (await import('./audit/audit-page')).AuditPage,
        ),
      },
      {
        path: 'letters',
        title: 'admin.titles.letters',
        loadComponent: withTexts(
          ['admin-running'],
          async () => (await import('./operations/letters-page')).LettersPage,
        ),
      },
    ],
  },
];
