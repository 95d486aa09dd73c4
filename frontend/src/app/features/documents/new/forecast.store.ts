import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { forecastGeneration } from '../../../api/generated/functions';
import type { CreateDocument, GenerationForecast } from '../../../api/generated/models';

/** What writing so many pages usually comes to; the page is whole without it. */
@Injectable()
export class ForecastStore {
  private readonly api = inject(Api);
  private wanted = '';

  /** Null until it is known, and when it cannot be. */
  readonly forecast = signal<GenerationForecast | null>(null);

  /** The one asked for last is shown, whichever answer comes last. */
  async load(targetPages: number, language: CreateDocument['language']): Promise<void> {
    const wanted = `${String(targetPages)} ${language}`;
    this.wanted = wanted;
    const forecast = await this.api
      .invoke(forecastGeneration, { targetPages, language })
      .catch(() => null);
    if (this.wanted === wanted) this.forecast.set(forecast);
  }
}
