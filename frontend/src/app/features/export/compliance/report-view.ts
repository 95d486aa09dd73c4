import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ComplianceReport } from '../../../api/generated/models';
import { SaveFile } from '../../../core/download/save-file';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { DocumentStore } from '../../workspace/document.store';
import { OutcomeList } from './outcome-list';
import { OutcomeText } from './outcome-text';
import { reportFile, STATES } from './report-file';

/** What a finished file does with each rule: what it breaks first, what it keeps last. */
@Component({
  selector: 'tg-report-view',
  imports: [Button, Icon, OutcomeList, TranslocoDirective],
  templateUrl: './report-view.html',
  host: { class: 'report sheet' },
})
export class ReportView {
  readonly report = input.required<ComplianceReport>();
  /** A page of the file that one wants to see. */
  readonly toPage = output<number>();

  private readonly transloco = inject(TranslocoService);
  private readonly saveFile = inject(SaveFile);
  private readonly thesis = inject(DocumentStore).document;
  protected readonly locale = inject(Locale);
  private readonly texts = inject(OutcomeText);

  protected readonly format = computed(() => this.report().format.toUpperCase());
  protected readonly parts = computed(() =>
    STATES.map((state) => ({
      state,
      outcomes: this.report().outcomes.filter((outcome) => outcome.state === state),
    })),
  );

  /** Gives the report to keep, in the language in which it is read. */
  protected store(): void {
    const blob = new Blob([this.text()], { type: 'text/plain;charset=utf-8' });
    this.saveFile.run(blob, `compliance-${this.report().format}.txt`);
  }

  private text(): string {
    const { sha256 } = this.report();
    const say = (key: string, values = {}) =>
      this.transloco.translate<string>(`export.report.${key}`, values, this.locale.language());
    return reportFile(this.report(), this.texts, {
      title: `${this.thesis()?.title ?? ''}\n${say('heading', { format: this.format() })}`,
      file: say('sha256', { sha256 }),
      states: {
        broken: say('states.broken'),
        not_checkable: say('states.not_checkable'),
        met: say('states.met'),
      },
      expected: say('expected'),
      found: say('foundLabel'),
    });
  }
}
