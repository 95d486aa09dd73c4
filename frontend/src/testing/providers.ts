import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, Injectable, type Provider } from '@angular/core';
import { provideTransloco, type Translation, type TranslocoLoader } from '@jsverse/transloco';
import { idempotencyInterceptor } from '../app/core/http/idempotency.interceptor';
import { uploadInterceptor } from '../app/core/http/upload.interceptor';
import { credentialsInterceptor } from '../app/core/session/credentials.interceptor';
import { everythingIn } from './translations';

@Injectable()
class EnglishLoader implements TranslocoLoader {
  getTranslation(): Promise<Translation> {
    return Promise.resolve(everythingIn('en'));
  }
}

/** The interface's real English. */
export function provideEnglish(): EnvironmentProviders[] {
  const config = { availableLangs: ['en'], defaultLang: 'en', reRenderOnLangChange: true };
  return provideTransloco({ config, loader: EnglishLoader });
}

/** The HTTP client as the app has it, with a backend that a test answers for. */
export function provideTestApi(): (EnvironmentProviders | Provider)[] {
  const interceptors = [idempotencyInterceptor, credentialsInterceptor, uploadInterceptor];
  return [provideHttpClient(withInterceptors(interceptors)), provideHttpClientTesting()];
}
