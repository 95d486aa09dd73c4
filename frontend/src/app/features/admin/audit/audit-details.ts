import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { AuditEntry } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { MailText } from '../mails/mail-text';
import { SettingText } from '../settings/setting-text';

type Value = AuditEntry['details'][string];

export interface AuditDetail {
  name: string;
  value: string;
}

/** The facts that events of today have. */
export const DETAIL_NAMES = [
  ...(['after', 'amount', 'before', 'code', 'dailyTokenLimit', 'language', 'mail'] as const),
  ...(['method', 'pagePrice', 'pagesPerMonth', 'parts', 'path', 'percent', 'reason'] as const),
  ...(['role', 'setting', 'vatBasisPoints', 'version'] as const),
];

/** Why sessions end; other reasons are words of a person. */
export const SESSION_REASONS = [
  ...(['signed_out', 'signed_in_anew', 'ended_by_owner'] as const),
  ...(['ended_by_admin', 'refresh_token_reused'] as const),
];

/** Says in words what an event was about. */
@Injectable()
export class AuditDetails {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly settings = inject(SettingText);
  private readonly mails = inject(MailText);

  /** What is not known here is shown as it came: hiding it would be worse. */
  of(entry: Pick<AuditEntry, 'action' | 'details'>): AuditDetail[] {
    const { details } = entry;
    return Object.entries(details)
      .filter(([name]) => name !== 'currency')
      .map(([name, value]) => ({
        name: this.nameOf(name),
        value: this.valueOf(entry, name, value),
      }));
  }

  private nameOf(name: string): string {
    const known = DETAIL_NAMES.find((one) => one === name);
    return known === undefined ? name : this.text(`details.${known}`);
  }

  private valueOf(
    { action, details }: Pick<AuditEntry, 'action' | 'details'>,
    name: string,
    value: Value,
  ): string {
    if (name === 'before' || name === 'after') return this.change(action, details, value);
    if (name === 'role') return this.role(String(value));
    if (name === 'setting') return this.settings.name(String(value));
    if (name === 'dailyTokenLimit') return this.limit(value);
    if (name === 'mail') return this.mails.mail(String(value));
    if (name === 'language') return this.mails.language(String(value));
    if (name === 'parts') return this.parts(String(value));
    if (name === 'reason') return this.reason(String(value));
    return typeof value === 'number' ? this.number(name, value, details) : String(value);
  }

  private number(name: string, value: number, { currency }: AuditEntry['details']): string {
    if (name === 'percent') return this.locale.percent(value);
    if (name === 'vatBasisPoints') return this.locale.percent(value / 100, 2);
    const isMoney = name === 'amount' || name === 'pagePrice';
    if (isMoney && typeof currency === 'string') return this.locale.money(value, currency);
    return this.locale.number(value);
  }

  /** How something was, or is now: a role, an allowance, or a setting as JSON. */
  private change(
    action: AuditEntry['action'],
    details: AuditEntry['details'],
    value: Value,
  ): string {
    if (action === 'account.role_changed') return this.role(String(value));
    if (action === 'account.limit_changed') return this.limit(value);
    const setting = String(details['setting']);
    try {
      return this.settings.value({ [setting]: JSON.parse(String(value)) as unknown }, setting);
    } catch {
      return String(value);
    }
  }

  private limit(value: Value): string {
    const limit = Number(value);
    return Number.isNaN(limit) ? this.text('asEverybody') : this.locale.number(limit);
  }

  private role(role: string): string {
    const key = `adminPeople.users.roles.${role}`;
    return role === 'admin' || role === 'student' ? this.translate(key) : role;
  }

  private parts(list: string): string {
    return list
      .split(',')
      .map((part) => this.mails.name(part))
      .join(', ');
  }

  private reason(reason: string): string {
    const known = SESSION_REASONS.find((one) => one === reason);
    if (known !== undefined) return this.text(`reasons.${known}`);
    return reason === '' ? '—' : reason;
  }

  private text(key: string): string {
    return this.translate(`adminAudit.audit.${key}`);
  }

  private translate(key: string): string {
    return this.transloco.translate<string>(key, {}, this.locale.language());
  }
}
