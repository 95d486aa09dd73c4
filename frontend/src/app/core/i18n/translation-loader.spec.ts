import { firstValueFrom } from 'rxjs';
import { TranslationLoader } from './translation-loader';

describe('TranslationLoader', () => {
  const load = (path: string) => firstValueFrom(new TranslationLoader().getTranslation(path));

  it('takes a language alone for what every page says', async () => {
    expect(await load('it')).toHaveProperty(['titles', 'signIn'], 'Accesso');
  });

  it('knows the texts of a part by its name and the language', async () => {
    expect(await load('sign-in/en')).toHaveProperty('heading', 'Sign in');
  });
});
