import type { Routes } from '@angular/router';
import { withTexts } from '../../core/i18n/texts';
import { DocumentStore } from './document.store';
import { RequirementsStore } from '../requirements/requirements.store';
import { JoinsStore } from '../sources/joining/joins.store';
import { SourcesStore } from '../sources/sources.store';
import { currentStepGuard } from './current-step.guard';
import { sendingGuard, unsavedGuard } from './unsaved.guard';
import { WorkspacePage } from './workspace-page';

export const routes: Routes = [
  {
    path: '',
    component: WorkspacePage,
    title: 'document',
    providers: [DocumentStore, JoinsStore, RequirementsStore, SourcesStore],
    children: [
      { path: '', pathMatch: 'full', canActivate: [currentStepGuard], children: [] },
      {
        path: 'sources',
        title: 'sources',
        canDeactivate: [sendingGuard],
        loadComponent: withTexts(
          ['sources'],
          async () => (await import('../sources/sources-page')).SourcesPage,
        ),
      },
      {
        path: 'sources/:sourceId',
        title: 'sourceReader',
        loadComponent: withTexts(
          ['pdf', 'reading', 'source-reader'],
          async () => (await import('../source-reader/source-reader-page')).SourceReaderPage,
        ),
      },
      {
        path: 'outline',
        title: 'outline',
        canDeactivate: [unsavedGuard],
        loadComponent: withTexts(
          ['outline'],
          async () => (await import('../outline/outline-page')).OutlinePage,
        ),
      },
      {
        path: 'writing',
        title: 'writing',
        loadComponent: withTexts(
          ['writing'],
          async () => (await import('../writing/writing-page')).WritingPage,
        ),
      },
      {
        path: 'payment',
        title: 'payment',
        loadComponent: withTexts(
          ['payments'],
          async () => (await import('../payments/payment-page')).PaymentPage,
        ),
      },
      {
        path: 'text',
        title: 'text',
        canDeactivate: [unsavedGuard],
        loadComponent: withTexts(
          ['reading'],
          async () => (await import('../reading/reading-page')).ReadingPage,
        ),
      },
      {
        path: 'requirements',
        title: 'requirements',
        canDeactivate: [unsavedGuard],
        loadComponent: withTexts(
          ['requirements'],
          async () => (await import('../requirements/requirements-page')).RequirementsPage,
        ),
      },
      {
        path: 'export',
        title: 'export',
        loadComponent: withTexts(
          ['export', 'pdf', 'requirements'],
          async () => (await import('../export/export-page')).ExportPage,
        ),
      },
    ],
  },
];
