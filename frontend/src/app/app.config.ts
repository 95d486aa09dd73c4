import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { routes } from './app.routes';
import { LANGUAGES } from './core/i18n/languages';
import { PageTitle } from './core/i18n/page-title';
import { Texts } from './core/i18n/texts';
import { TranslationLoader } from './core/i18n/translation-loader';
import { idempotencyInterceptor } from './core/http/idempotency.interceptor';
import { languageInterceptor } from './core/http/language.interceptor';
import { uploadInterceptor } from './core/http/upload.interceptor';
import { credentialsInterceptor } from './core/session/credentials.interceptor';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // only XMLHttpRequest tells how much of an upload has gone out
    provideHttpClient(
      withXhr(),
      withInterceptors([
        languageInterceptor,
        idempotencyInterceptor,
        credentialsInterceptor,
        uploadInterceptor,
      ]),
    ),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: {
        availableLangs: LANGUAGES.map(({ code }) => code),
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: isDevMode() },
      },
      loader: TranslationLoader,
    }),
    provideAppInitializer(() => inject(Texts).load([])),
  ],
};
