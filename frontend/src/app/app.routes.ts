import type { Routes } from '@angular/router';
import { signedInGuard, signedOutGuard } from './core/session/signed-in.guard';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'landing',
    loadComponent: async () => (await import('./features/landing/landing-page')).LandingPage,
  },
  {
    path: 'sign-in',
    title: 'signIn',
    canActivate: [signedOutGuard],
    loadComponent: async () => (await import('./features/sign-in/sign-in-page')).SignInPage,
  },
  {
    path: 'auth/verify',
    title: 'verify',
    loadComponent: async () => (await import('./features/sign-in/verify-page')).VerifyPage,
  },
  {
    path: 'account',
    title: 'account',
    canActivate: [signedInGuard],
    loadComponent: async () => (await import('./features/account/account-page')).AccountPage,
  },
  {
    path: 'documents',
    canActivate: [signedInGuard],
    loadChildren: async () => (await import('./features/documents/documents.routes')).routes,
  },
  {
    path: 'unavailable',
    title: 'unavailable',
    loadComponent: async () => (await import('./core/layout/unavailable-page')).UnavailablePage,
  },
  {
    path: '**',
    title: 'notFound',
    loadComponent: async () => (await import('./core/layout/not-found-page')).NotFoundPage,
  },
];
