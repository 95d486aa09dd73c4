import {
  afterNextRender,
  Component,
  type ElementRef,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../../ui/button/button';
import { Formula } from '../../../../ui/prose/formula';

/** A formula as TeX, and how it looks. */
@Component({
  selector: 'tg-formula-card',
  imports: [Button, Formula, TranslocoDirective],
  template: `
    <form *transloco="let t; prefix: 'reading.room.formula'" class="stack" (submit)="done($event)">
      <label class="formula-card-field">
        <span>{{ t('label') }}</span>
        <textarea
          #field
          class="tg-control"
          rows="3"
          spellcheck="false"
          [value]="text()"
          (input)="text.set(field.value)"
          (keydown.control.enter)="done($event)"
        ></textarea>
      </label>
      @if (text().trim()) {
        <tg-formula class="formula-card-look" [tex]="text().trim()" [display]="true" />
      }
      <div class="citation-card-acts">
        <button tgButton="primary" type="submit">{{ t('done') }}</button>
        <button tgButton="quiet" type="button" (click)="dismiss.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
  host: { class: 'formula-card', '(keydown.escape)': 'onEscape($event)' },
})
export class FormulaCard {
  readonly tex = input.required<string>();
  /** Empty for taking the formula out. */
  readonly changed = output<string>();
  readonly dismiss = output();

  protected readonly text = linkedSignal(() => this.tex());
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  constructor() {
    afterNextRender(() => {
      this.field().nativeElement.focus();
    });
  }

  protected done(event: Event): void {
    event.preventDefault();
    this.changed.emit(
      this.text()
        .trim()
        .replace(/\n\s*\n/g, '\n'),
    );
  }

  protected onEscape(event: Event): void {
    event.stopPropagation();
    this.dismiss.emit();
  }
}
