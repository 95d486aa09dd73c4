import { computed, inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { PdfFailure } from '../../ui/pdf-viewer/open-pdf';
import type { PdfLabels } from '../../ui/pdf-viewer/pdf-labels';
import { Locale } from '../i18n/locale';

/** What the viewer of PDFs says; the texts come with the part `pdf`. */
@Injectable({ providedIn: 'root' })
export class ViewerLabels {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  /** All but the name of what is shown. */
  readonly labels = computed((): Omit<PdfLabels, 'name'> => {
    this.locale.language();
    const count = (key: string) => (n: number, total: number) =>
      this.say(key, { n: this.locale.number(n), total: this.locale.number(total) });
    return {
      ...this.plain(),
      page: count('page'),
      pageTotal: (total) => this.say('pageTotal', { total: this.locale.number(total) }),
      percent: (share) => this.locale.percent(share * 100),
      found: count('found'),
      searching: count('searching'),
    };
  });

  private plain() {
    const failed = (failure: PdfFailure) => this.say(`failed.${failure}`);
    return {
      opening: this.say('opening'),
      pageField: this.say('pageField'),
      previousPage: this.say('previousPage'),
      nextPage: this.say('nextPage'),
      zoomIn: this.say('zoomIn'),
      zoomOut: this.say('zoomOut'),
      fitWidth: this.say('fitWidth'),
      find: this.say('find'),
      findNext: this.say('findNext'),
      findPrevious: this.say('findPrevious'),
      closeFind: this.say('closeFind'),
      foundNone: this.say('foundNone'),
      passageMissing: this.say('passageMissing'),
      pageFailed: this.say('pageFailed'),
      pageComplex: this.say('pageComplex'),
      failedHeading: this.say('failedHeading'),
      failed: {
        damaged: failed('damaged'),
        password: failed('password'),
        slow: failed('slow'),
        unread: failed('unread'),
        program: failed('program'),
      },
    };
  }

  private say(key: string, values: Readonly<Record<string, string>> = {}): string {
    return this.transloco.translate<string>(`pdf.${key}`, values, this.locale.language());
  }
}
