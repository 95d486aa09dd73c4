import type { AuditEntry } from '../../../api/generated/models';

export type AuditAction = AuditEntry['action'];

/** How much an action asks for attention; also the list of them all, held complete by its type. */
export const ACTION_TONES: Readonly<Record<AuditAction, 'plain' | 'accent' | 'warn' | 'bad'>> = {
  'account.created': 'plain',
  'account.blocked': 'bad',
  'account.erased': 'warn',
  'account.unblocked': 'accent',
  'account.limit_changed': 'warn',
  'account.role_changed': 'warn',
  'admin.called': 'plain',
  'discount.created': 'accent',
  'institution.added': 'accent',
  'mail.wording_changed': 'warn',
  'prices.changed': 'warn',
  'refund.approved': 'accent',
  'refund.rejected': 'accent',
  'refund.requested': 'plain',
  'session.ended': 'plain',
  'settings.changed': 'warn',
  'sign_in.failed': 'warn',
  'sign_in.locked': 'bad',
  'sign_in.refused': 'bad',
  'sign_in.succeeded': 'plain',
};

export const AUDIT_ACTIONS = Object.keys(ACTION_TONES) as AuditAction[];

/** The key of its text: `account.blocked` has a dot, which a key cannot have. */
export const actionKey = (action: AuditAction): string =>
  action.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
