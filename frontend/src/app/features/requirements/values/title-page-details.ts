import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { ValueText } from '../profile/value-text';
import { RulesForm } from '../rules-form';

/** What a title page says that nobody but the student knows. */
@Component({
  selector: 'tg-title-page-details',
  imports: [Field, FieldControl, TranslocoDirective],
  template: `
    <div class="stack" *transloco="let t; prefix: 'requirements.titlePage'">
      <h4>{{ t('heading') }}</h4>
      <p class="small soft">{{ t('text') }}</p>
      <div class="title-page-fields">
        @for (field of fields; track field) {
          <tg-field [label]="texts.word(field)">
            <input
              #line
              tgControl
              maxlength="300"
              autocomplete="off"
              [value]="form.draft()?.titlePage?.[field] ?? ''"
              (input)="form.stateTitlePage(field, line.value)"
            />
          </tg-field>
        }
      </div>
    </div>
  `,
})
export class TitlePageFields {
  protected readonly form = inject(RulesForm);
  protected readonly texts = inject(ValueText);
  protected readonly fields = [
    ...(['university', 'faculty', 'department', 'programme'] as const),
    ...(['student_id', 'supervisor', 'place'] as const),
  ];
}
