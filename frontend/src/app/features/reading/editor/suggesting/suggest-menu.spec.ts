import { TestBed } from '@angular/core/testing';
import { outputBinding, inputBinding } from '@angular/core';
import { Locale } from '../../../../core/i18n/locale';
import { provideEnglish, provideTestApi } from '../../../../../testing/providers';
import { DocumentStore } from '../../../workspace/document.store';
import { SuggestMenu, type Wish } from './suggest-menu';

describe('SuggestMenu', () => {
  async function render(offline = false) {
    const documents = { offlineWriter: () => offline };
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish()],
        { provide: DocumentStore, useValue: documents },
      ],
    });
    TestBed.inject(Locale);
    const wishes: Wish[] = [];
    let dismissed = 0;
    const fixture = TestBed.createComponent(SuggestMenu, {
      bindings: [
        inputBinding('busy', () => false),
        outputBinding<Wish>('wished', (wish) => wishes.push(wish)),
        outputBinding('dismiss', () => (dismissed += 1)),
      ],
    });
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const buttons = () => [...root.querySelectorAll('button')];
    const press = (name: string) => {
      buttons()
        .find(({ textContent }) => textContent.trim() === name)
        ?.click();
    };
    return { fixture, root, wishes, buttons, press, dismissed: () => dismissed };
  }

  const namesOf = (buttons: readonly HTMLElement[]) =>
    buttons.map(({ textContent }) => textContent.trim());

  it('offers four ways, and one’s own words', async () => {
    const { fixture, root, wishes, buttons, press } = await render();
    expect(namesOf(buttons())).toEqual([
      'Rewrite',
      'Shorten',
      'Expand',
      'Polish',
      'In your words…',
    ]);
    press('Expand');
    press('In your words…');
    await fixture.whenStable();
    const field = root.querySelector('textarea');
    if (field !== null) field.value = 'Warmer, please';
    press('Suggest');
    expect(wishes).toEqual([
      { action: 'expand', instruction: '' },
      { action: 'rewrite', instruction: 'Warmer, please' },
    ]);
  });

  it('offers what can be done without a model, and says so', async () => {
    const { root, buttons } = await render(true);
    expect(namesOf(buttons())).toEqual(['Shorten', 'Polish']);
    expect(root.textContent).toContain('No language model is set up here');
  });

  it('lets arrows lead from one to the next, and Escape out', async () => {
    const { buttons, dismissed } = await render();
    const key = (name: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
      );
    buttons()[0]?.focus();
    key('ArrowLeft');
    expect(document.activeElement).toBe(buttons().at(-1));
    key('ArrowRight');
    expect(document.activeElement).toBe(buttons()[0]);
    key('Escape');
    expect(dismissed()).toBe(1);
  });
});
