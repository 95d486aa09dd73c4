import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

/**
 * The pages that most visits begin with: their code is fetched beside the texts and the session
 * that come before them, not after. Routes that ask for it later get the same.
 */
const beginnings: Record<string, () => Promise<unknown>> = {
  '/': () => import('./app/features/landing/landing-page'),
  '/documents': () => import('./app/features/documents/list/document-list-page'),
};

// a failure is the router's to tell, when it asks again
beginnings[location.pathname]?.().catch(() => undefined);
void bootstrapApplication(App, appConfig);
