import { newIdentity } from './snapshot/backup-key';

/** `npm run backup:key`: a key for BACKUP_KEY. */
void newIdentity().then((identity) => process.stdout.write(`${identity}\n`));
