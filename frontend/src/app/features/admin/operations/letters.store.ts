import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listDeadLetters } from '../../../api/generated/functions';
import type { DeadLetter } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';

/** Mails and other effects that were given up. */
@Injectable()
export class LettersStore {
  private readonly api = inject(Api);

  readonly list = new PagedList<DeadLetter>(
    () => ({}),
    (query) => this.api.invoke(listDeadLetters, query),
  );
}
