import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import type { CitationStyleItem } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { StylePicker } from './style-picker';

const styles: CitationStyleItem[] = [
  {
    id: 'apa',
    title: 'APA 7',
    kind: 'author-date',
    sample: { inText: '(Marsh, 2019)', bibliography: ['Marsh, A. (2019).', 'Marsh, B. (2021).'] },
  },
  {
    id: 'chicago_notes',
    title: 'Chicago 17',
    kind: 'note',
    sample: { inText: 'Ada Marsh, 14.', bibliography: ['Marsh, Ada.', 'Marsh, Bea.'] },
  },
];

@Component({
  imports: [FormField, StylePicker],
  template: `<tg-style-picker [styles]="styles()" [formField]="form.style" />`,
})
class Page {
  readonly styles = signal<readonly CitationStyleItem[]>(styles);
  readonly model = signal({ style: 'apa' as CitationStyleItem['id'] });
  readonly form = form(this.model);
}

describe('StylePicker', () => {
  async function page() {
    TestBed.configureTestingModule({ providers: [provideEnglish()] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    return { fixture, element, radios: [...element.querySelectorAll('input')] };
  }

  it('shows every style with its kind and its sample', async () => {
    const { element } = await page();
    const [, notes] = [...element.querySelectorAll('.style-option')];
    for (const part of [
      'Chicago 17',
      'Footnotes',
      'Ada Marsh, 14.',
      'Marsh, Ada.',
      'Marsh, Bea.',
    ]) {
      expect(notes?.textContent).toContain(part);
    }
  });

  it('has the style of the form chosen, and gives it the one that is picked', async () => {
    const { fixture, radios } = await page();
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
    radios[1]?.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.model().style).toBe('chicago_notes');
  });

  it('says that the samples are being made while there are none', async () => {
    const { fixture, element } = await page();
    fixture.componentInstance.styles.set([]);
    await fixture.whenStable();
    expect(element.querySelector('[role=status]')).not.toBeNull();
  });
});
