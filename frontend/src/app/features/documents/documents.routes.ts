import type { Routes } from '@angular/router';
import { withTexts } from '../../core/i18n/texts';
import { DocumentsStore } from './documents.store';

export const routes: Routes = [
  {
    path: '',
    providers: [DocumentsStore],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'documents',
        loadComponent: async () => (await import('./list/document-list-page')).DocumentListPage,
      },
      {
        path: 'new',
        title: 'newDocument',
        loadComponent: async () => (await import('./new/new-document-page')).NewDocumentPage,
      },
    ],
  },
  {
    path: ':id',
    loadChildren: withTexts(
      ['workspace'],
      async () => (await import('../workspace/workspace.routes')).routes,
    ),
  },
];
