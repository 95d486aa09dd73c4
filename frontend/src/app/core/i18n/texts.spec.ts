import { TestBed } from '@angular/core/testing';
import {
  provideTransloco,
  type Translation,
  type TranslocoLoader,
  TranslocoService,
} from '@jsverse/transloco';
import { settled } from '../../../testing/settled';
import { Locale } from './locale';
import { Texts, withTexts } from './texts';

/** A server that answers when the test says so. */
class SlowLoader implements TranslocoLoader {
  static asked: string[] = [];
  static answer: (() => void)[] = [];
  static isDown = false;

  getTranslation(path: string): Promise<Translation> {
    SlowLoader.asked.push(path);
    if (SlowLoader.isDown) return Promise.reject(new Error('down'));
    return new Promise((resolve) => {
      SlowLoader.answer.push(() => {
        resolve({ name: path });
      });
    });
  }
}

async function answerAll(): Promise<void> {
  while (SlowLoader.answer.length > 0) {
    SlowLoader.answer.splice(0).forEach((answer) => {
      answer();
    });
    await settled();
  }
}

describe('Texts', () => {
  let texts: Texts;
  let locale: Locale;
  const translated = (key: string) => TestBed.inject(TranslocoService).translate<string>(key);

  beforeEach(() => {
    localStorage.clear();
    Object.assign(SlowLoader, { asked: [], answer: [], isDown: false });
    const config = { availableLangs: ['en', 'uk', 'it'], defaultLang: 'en', failedRetries: 0 };
    TestBed.configureTestingModule({
      providers: [provideTransloco({ config, loader: SlowLoader })],
    });
    locale = TestBed.inject(Locale);
    texts = TestBed.inject(Texts);
  });

  it('brings what a route shows together with its texts', async () => {
    const load = withTexts(['sign-in'], () => Promise.resolve('page'));
    const shown = TestBed.runInInjectionContext(load);
    expect(SlowLoader.asked).toEqual(['en', 'sign-in/en']);
    await answerAll();
    expect(await shown).toBe('page');
    expect(translated('signIn.name')).toBe('sign-in/en');
  });

  it('changes the language once all that was opened is there in it', async () => {
    const loaded = texts.load(['sources']);
    await answerAll();
    await loaded;
    const spoken = texts.speak('uk');
    await settled();
    expect(locale.language()).toBe('en');
    expect(SlowLoader.asked).toContain('sources/uk');
    const other = texts.load(['outline']);
    await answerAll();
    await Promise.all([spoken, other]);
    expect(locale.language()).toBe('uk');
    expect(translated('outline.name')).toBe('outline/uk');
  });

  it('takes the language that was chosen last, whichever comes first', async () => {
    const first = texts.speak('uk');
    const second = texts.speak('it');
    await answerAll();
    await Promise.all([first, second]);
    expect(locale.language()).toBe('it');
  });

  it('stays with its language when the texts of another cannot be had', async () => {
    SlowLoader.isDown = true;
    // the library tells developers
    const told = jest.spyOn(console, 'error').mockReturnValue();
    await expect(texts.speak('uk')).rejects.toThrow();
    expect(locale.language()).toBe('en');
    told.mockRestore();
  });
});
