import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Progress } from '../../../ui/progress/progress';
import { ImportOutcome } from './import-outcome';
import type { Upload } from './uploads.store';

/** The files on their way, and what came of each. */
@Component({
  selector: 'tg-upload-list',
  imports: [Button, Icon, ImportOutcome, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './upload-list.html',
})
export class UploadList {
  readonly uploads = input.required<readonly Upload[]>();
  readonly clearable = input.required<boolean>();
  readonly clear = output();

  protected readonly locale = inject(Locale);
}
