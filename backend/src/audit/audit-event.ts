/** What is worth knowing when something went wrong, and who did it. */
export const AUDIT_ACTIONS = [
  'account.created',
  'account.blocked',
  'account.erased',
  'account.unblocked',
  'account.limit_changed',
  'account.role_changed',
  'admin.called',
  'discount.created',
  'institution.added',
  'mail.wording_changed',
  'prices.changed',
  'refund.approved',
  'refund.rejected',
  'refund.requested',
  'session.ended',
  'settings.changed',
  'sign_in.failed',
  'sign_in.locked',
  'sign_in.refused',
  'sign_in.succeeded',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Never holds a secret, a mail address or a text: those who read the trail need not know them. */
export interface AuditEvent {
  action: AuditAction;
  /** The account that did it; null when nobody was signed in. */
  actorId: string | null;
  /** What it was done to: an account, a session or a refund. */
  subjectId?: string;
  details?: Readonly<Record<string, string | number | boolean>>;
}
