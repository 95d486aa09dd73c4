import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CitationStyleItem } from '../../../api/generated/models';

type Style = CitationStyleItem['id'];

/** The citation styles, each with how it cites and lists a book and an article. */
@Component({
  selector: 'tg-style-picker',
  imports: [TranslocoDirective],
  templateUrl: './style-picker.html',
})
export class StylePicker implements FormValueControl<Style> {
  readonly value = model.required<Style>();
  readonly styles = input.required<readonly CitationStyleItem[]>();
  readonly error = input<string>();
}
