import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { Cell } from '../../../ui/table/cell';
import { ListView } from '../shared/list-view';
import { SearchFilter } from '../shared/search-filter';
import { SelectFilter } from '../shared/select-filter';
import { UrlQuery } from '../shared/url-query';
import { userColumns } from './user-columns';
import { BLOCKED, ROLES, UsersStore } from './users.store';

/** The accounts, to find one. */
@Component({
  selector: 'tg-users-page',
  imports: [Badge, Cell, ListView, RouterLink, SearchFilter, SelectFilter, TranslocoDirective],
  templateUrl: './users-page.html',
  providers: [UrlQuery, UsersStore],
})
export class UsersPage {
  protected readonly store = inject(UsersStore);
  protected readonly columns = userColumns(inject(Locale));
  protected readonly roles = ROLES;
  protected readonly blocked = BLOCKED;
}
