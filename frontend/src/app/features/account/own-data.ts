import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { OwnDataStore } from './own-data.store';

/** Everything one has here as one file, and the end of the account. */
@Component({
  selector: 'tg-own-data',
  imports: [Button, Confirm, Field, FieldControl, ProblemNotice, TranslocoDirective],
  templateUrl: './own-data.html',
  providers: [OwnDataStore],
  host: { class: 'stack' },
})
export class OwnData {
  readonly email = input.required<string>();

  protected readonly store = inject(OwnDataStore);
  protected readonly typed = signal('');
  protected readonly asking = signal(false);
  protected readonly wrong = signal(false);
  private readonly address = computed(() => this.typed().trim().toLowerCase());

  /** The last question, once the address is the right one. */
  protected ask(event: Event): void {
    event.preventDefault();
    this.wrong.set(this.address() !== this.email());
    this.asking.set(!this.wrong());
  }
}
