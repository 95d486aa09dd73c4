import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Prose } from './prose';
import { ProseHarness } from './prose.harness';

describe('Prose', () => {
  async function render(markdown: string) {
    const fixture = TestBed.createComponent(Prose);
    fixture.componentRef.setInput('markdown', markdown);
    fixture.componentRef.setInput('citationLabel', (items: { key: string }[]) =>
      items.map(({ key }) => `(${key})`).join(' '),
    );
    const opened: string[][] = [];
    fixture.componentInstance.cited.subscribe(({ items, ordinal }) =>
      opened.push([String(ordinal), ...items.map(({ key }) => key)]),
    );
    const prose = await TestbedHarnessEnvironment.harnessForFixture(fixture, ProseHarness);
    return { prose, opened, root: fixture.nativeElement as HTMLElement };
  }

  it('sets citations into the line under the name its owner gives them', async () => {
    const { prose } = await render('Testing *really* helps [@roediger2006; @bjork1994].');
    expect(await prose.text()).toBe('Testing really helps (roediger2006) (bjork1994).');
  });

  it('tells which citation was opened, wherever it stands', async () => {
    const { prose, opened } = await render('> Said [@a1].\n\n- **so** [@b2]');
    await prose.openCitation(1);
    await prose.openCitation(0);
    expect(opened).toEqual([
      ['1', 'b2'],
      ['0', 'a1'],
    ]);
  });

  it('builds no element that the text did not ask for in its own terms', async () => {
    const { root } = await render('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
    expect(root.querySelector('img, a, script')).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});
