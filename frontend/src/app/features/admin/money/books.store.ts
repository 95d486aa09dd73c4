import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { exportBookkeeping } from '../../../api/generated/functions';
import { Attempt } from '../shared/attempt';

/** The books, as a file. */
@Injectable()
export class BooksStore {
  private readonly api = inject(Api);

  readonly attempt = new Attempt();

  /** @returns CSV of the entries of these days (UTC); null with the attempt's problem set */
  async file(from: string, to: string): Promise<string | null> {
    let text: string | null = null;
    await this.attempt.run(async () => {
      text = await this.api.invoke(exportBookkeeping, { from, to });
    });
    return text;
  }
}
