import { TestBed } from '@angular/core/testing';
import { Progress } from './progress';

describe('Progress', () => {
  async function render(value: number | null): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(Progress);
    fixture.componentRef.setInput('value', value);
    fixture.componentRef.setInput('label', 'Writing');
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it.each([
    [41.6, '42'],
    [140, '100'],
    [-3, '0'],
  ])('tells %d as %s per cent', async (value, told) => {
    const bar = await render(value);
    expect(bar.getAttribute('aria-valuenow')).toBe(told);
    expect(bar.getAttribute('aria-label')).toBe('Writing');
  });

  it('claims no value while none is known', async () => {
    expect((await render(null)).hasAttribute('aria-valuenow')).toBe(false);
  });
});
