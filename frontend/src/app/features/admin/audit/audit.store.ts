import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { exportAuditLog, listAuditLog } from '../../../api/generated/functions';
import type { AuditEntry } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';
import { UrlQuery } from '../shared/url-query';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions';
import { momentOf } from './moment-of';

interface Filters {
  action?: AuditAction;
  actorId?: string;
  subjectId?: string;
  from?: string;
  to?: string;
  order?: 'asc' | 'desc';
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
      from: momentOf(this.url.get('from')),
      to: momentOf(this.url.get('to'), 1),
      order: this.url.sorting(['at']).order,
    }),
    (query) => this.api.invoke(listAuditLog, query),
    (filters) => this.api.invoke(exportAuditLog, filters),
  );
}
