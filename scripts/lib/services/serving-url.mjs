// @ts-check
import { createHmac } from 'node:crypto';

const ROLE = 'tesigo_app';

/**
 * The private database as the role that serves, which is made by the migration. Its password follows
 * from that of the owner, so that nothing more has to be kept; the way back does not.
 *
 * @param {string} ownerUrl
 * @returns {string}
 */
export function servingUrl(ownerUrl) {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', url.password).update(ROLE).digest('hex');
  url.username = ROLE;
  return url.href;
}
