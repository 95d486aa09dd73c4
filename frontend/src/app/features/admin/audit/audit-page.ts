import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Session } from '../../../core/session/session';
import { Badge } from '../../../ui/badge/badge';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Cell } from '../../../ui/table/cell';
import { DayFilter } from '../shared/day-filter';
import { ListView } from '../shared/list-view';
import { OneChip } from '../shared/one-chip';
import { SettingText } from '../settings/setting-text';
import { UrlQuery } from '../shared/url-query';
import { ACTION_TONES, actionKey, AUDIT_ACTIONS } from './audit-actions';
import { auditColumns } from './audit-columns';
import { AuditDetails } from './audit-details';
import { AuditStore } from './audit.store';

/** The trail of what matters for safety. */
@Component({
  selector: 'tg-audit-page',
  imports: [
    Badge,
    Cell,
    DayFilter,
    Field,
    FieldControl,
    ListView,
    OneChip,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './audit-page.html',
  providers: [UrlQuery, AuditStore, AuditDetails, SettingText],
})
export class AuditPage {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly session = inject(Session);
  protected readonly url = inject(UrlQuery);
  protected readonly store = inject(AuditStore);
  protected readonly columns = auditColumns(this.locale);
  protected readonly tones = ACTION_TONES;
  protected readonly details = inject(AuditDetails);
  protected readonly keyOf = actionKey;
  /** By their words, as one looks for them. */
  protected readonly actions = computed(() => {
    const language = this.locale.language();
    const word = (key: string) =>
      this.transloco.translate<string>(`adminAudit.audit.actions.${key}`, {}, language);
    return AUDIT_ACTIONS.map((action) => ({ action, text: word(actionKey(action)) })).sort(
      (one, other) => one.text.localeCompare(other.text, language),
    );
  });

  protected isSelf(id: string): boolean {
    return id === this.session.user()?.id;
  }

  /** The end of an id tells accounts apart: its beginning is the time. */
  protected short(id: string): string {
    return `…${id.slice(-8)}`;
  }
}
