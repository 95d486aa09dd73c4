import { Component, input, inputBinding, output, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { settled } from '../../../testing/settled';
import { Lazy, type LazyPart } from './lazy';

@Component({
  selector: 'tg-late',
  template: '<button type="button" (click)="told.emit()">{{ name() }}</button>',
})
class Late {
  readonly name = input.required<string>();
  readonly told = output();
}

@Component({
  imports: [Lazy],
  template: '@if (wanted()) { <ng-container [tgLazy]="part" /> }',
})
class Page {
  readonly wanted = signal(false);
  readonly name = signal('first');
  times = 0;
  arrive: () => void = () => undefined;
  readonly part: LazyPart = {
    load: async () => {
      await new Promise<void>((resolve) => (this.arrive = resolve));
      return Late;
    },
    bindings: () => [inputBinding('name', this.name), outputBinding('told', () => this.times++)],
  };
}

describe('Lazy', () => {
  async function render() {
    const fixture = TestBed.createComponent(Page);
    const page = fixture.componentInstance;
    const root = fixture.nativeElement as HTMLElement;
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    return { page, root, stable };
  }

  it('shows the component once it is wanted and there, connected with its page', async () => {
    const { page, root, stable } = await render();
    page.wanted.set(true);
    await stable();
    expect(root.textContent.trim()).toBe('');
    page.arrive();
    await stable();
    expect(root.textContent).toContain('first');
    page.name.set('second');
    await stable();
    expect(root.textContent).toContain('second');
    root.querySelector('button')?.click();
    expect(page.times).toBe(1);
  });

  it('shows nothing that is no longer wanted when it arrives', async () => {
    const { page, root, stable } = await render();
    page.wanted.set(true);
    await stable();
    page.wanted.set(false);
    await stable();
    page.arrive();
    await stable();
    expect(root.querySelector('button')).toBeNull();
  });
});
