import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../../ui/button/button';
import { DocumentStore } from '../../../workspace/document.store';
import { suggestActions } from './suggest-actions';
import type { SuggestionAction } from './suggestions.store';

/** What is asked for, in the person's own words if there are any. */
export interface Wish {
  action: SuggestionAction;
  instruction: string;
}

/** What can be done with the chosen words. */
@Component({
  selector: 'tg-suggest-menu',
  imports: [Button, TranslocoDirective],
  templateUrl: './suggest-menu.html',
  host: { class: 'suggest-menu', '(keydown)': 'onKey($event)' },
})
export class SuggestMenu {
  /** One is being made already. */
  readonly busy = input.required<boolean>();
  readonly wished = output<Wish>();
  readonly dismiss = output();

  private readonly documents = inject(DocumentStore);
  /** Its tools. */
  readonly bar = viewChild<ElementRef<HTMLElement>>('bar');

  protected readonly offline = computed(() => this.documents.offlineWriter() === true);
  protected readonly actions = computed(() => suggestActions(this.offline()));
  protected readonly wishing = signal(false);

  protected ask(action: SuggestionAction, instruction = ''): void {
    this.wished.emit({ action, instruction });
  }

  protected send(event: Event, instruction: string): void {
    event.preventDefault();
    if (instruction.trim() !== '') this.ask('rewrite', instruction);
  }

  protected onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.dismiss.emit();
    }
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...(this.bar()?.nativeElement.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target);
    if (at === -1) return;
    event.preventDefault();
    buttons.at((at + step) % buttons.length)?.focus();
  }
}
