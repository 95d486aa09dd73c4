import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listAuditLog } from '../../../api/generated/functions';
import type { AuditEntry } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';
import { UrlQuery } from '../shared/url-query';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions';

const SORTS = ['at', '-at'] as const;

interface Filters {
  action?: AuditAction;
  actorId?: string;
  subjectId?: string;
  sort?: (typeof SORTS)[number];
}

/** What happened, and who did it. */
@Injectable()
export class AuditStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<AuditEntry, Filters>(
    () => ({
      action: this.url.oneOf('action', AUDIT_ACTIONS),
      actorId: this.url.get('actorId'),
      subjectId: this.url.get('subjectId'),
      sort: this.url.oneOf('sort', SORTS),
    }),
    (query) => this.api.invoke(listAuditLog, query),
  );
}
