import type { Routes } from '@angular/router';
import { withTexts } from './core/i18n/texts';
import { adminGuard } from './core/session/admin.guard';
import { signedInGuard, signedOutGuard } from './core/session/signed-in.guard';

/** For those who build the interface: a build for production drops it with all that it loads. */
const workshop: Routes = ngDevMode
  ? [
      {
        path: 'styleguide',
        title: 'styleguide',
        loadComponent: withTexts(
          [],
          async () => (await import('./features/styleguide/styleguide-page')).StyleguidePage,
        ),
      },
    ]
  : [];

export const routes: Routes = [
  ...workshop,
  {
    path: '',
    pathMatch: 'full',
    title: 'landing',
    loadComponent: withTexts(
      ['landing'],
      async () => (await import('./features/landing/landing-page')).LandingPage,
    ),
  },
  {
    path: 'sign-in',
    title: 'signIn',
    canActivate: [signedOutGuard],
    loadComponent: withTexts(
      ['common', 'sign-in'],
      async () => (await import('./features/sign-in/sign-in-page')).SignInPage,
    ),
  },
  {
    path: 'auth/verify',
    title: 'verify',
    loadComponent: withTexts(
      ['common', 'sign-in'],
      async () => (await import('./features/sign-in/verify-page')).VerifyPage,
    ),
  },
  {
    path: 'account',
    title: 'account',
    canActivate: [signedInGuard],
    loadComponent: withTexts(
      ['common', 'account'],
      async () => (await import('./features/account/account-page')).AccountPage,
    ),
  },
  {
    path: 'farewell',
    title: 'farewell',
    loadComponent: withTexts(
      ['account'],
      async () => (await import('./features/account/farewell-page')).FarewellPage,
    ),
  },
  {
    path: 'privacy',
    title: 'privacy',
    loadComponent: withTexts(
      ['privacy'],
      async () => (await import('./features/privacy/privacy-page')).PrivacyPage,
    ),
  },
  {
    path: 'payments',
    canActivate: [signedInGuard],
    loadChildren: withTexts(
      ['common', 'payments'],
      async () => (await import('./features/payments/payments.routes')).routes,
    ),
  },
  {
    path: 'admin',
    canMatch: [adminGuard],
    loadChildren: withTexts(
      ['common', 'payments', 'admin'],
      async () => (await import('./features/admin/admin.routes')).routes,
    ),
  },
  {
    path: 'documents',
    canActivate: [signedInGuard],
    loadChildren: withTexts(
      ['common', 'documents'],
      async () => (await import('./features/documents/documents.routes')).routes,
    ),
  },
  {
    path: 'unavailable',
    title: 'unavailable',
    loadComponent: withTexts(
      ['common'],
      async () => (await import('./core/layout/unavailable-page')).UnavailablePage,
    ),
  },
  {
    path: '**',
    title: 'notFound',
    loadComponent: withTexts(
      ['common'],
      async () => (await import('./core/layout/not-found-page')).NotFoundPage,
    ),
  },
];
