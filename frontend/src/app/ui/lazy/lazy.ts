import {
  type Binding,
  DestroyRef,
  Directive,
  effect,
  inject,
  input,
  type Type,
  untracked,
  ViewContainerRef,
} from '@angular/core';

/** A component in a chunk of its own, and what it is connected with. */
export interface LazyPart {
  load(): Promise<Type<unknown>>;
  /** Made anew for each time that it is shown. */
  bindings?(): Binding[];
}

/**
 * Loads a component and shows it here. Angular's own `@defer` does more, and every page would carry
 * the code for it from the first moment on.
 *
 * @example @if (wanted()) { <ng-container [tgLazy]="history" /> }
 */
@Directive({ selector: '[tgLazy]' })
export class Lazy {
  readonly part = input.required<LazyPart>({ alias: 'tgLazy' });

  private readonly views = inject(ViewContainerRef);
  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
    effect(() => {
      const part = this.part();
      untracked(() => void this.show(part));
    });
  }

  private async show(part: LazyPart): Promise<void> {
    const type = await part.load();
    if (this.gone || part !== untracked(this.part)) return;
    this.views.clear();
    this.views.createComponent(type, { bindings: part.bindings?.() ?? [] });
  }
}
