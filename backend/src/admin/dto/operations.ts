import { z } from 'zod';

const time = z.iso.datetime();

const Attempt = z.object({
  snapshot: z.string().nullable().describe('The name under which the targets have it'),
  startedAt: time,
  finishedAt: time.nullable(),
  error: z.string().nullable(),
});

const Target = z.object({
  kind: z.enum(['directory', 'bucket']),
  snapshot: z.string().nullable(),
  asOf: time.nullable(),
  rows: z.int(),
  files: z.int(),
  problem: z.string().nullable().describe('Why its newest backup could not be restored'),
});

export const BackupVerification = z
  .object({
    state: z.enum(['ok', 'attention']).describe('`attention` when there is any problem'),
    problems: z.array(z.string()),
    everyMinutes: z.int().nullable().describe('Null when no backups are made by themselves'),
    ageSeconds: z.int().nullable().describe('Of the newest backup, since the moment that it is of'),
    lastBackup: Attempt.extend({
      asOf: time.nullable(),
      filesMissing: z.int().nullable(),
    }).nullable(),
    lastDrill: Attempt.extend({ passed: z.boolean().nullable() }).nullable(),
    lastPassedDrillAt: time.nullable().describe('When a backup was last restored and found whole'),
    targets: z.array(Target).describe('The newest backup of each, its manifest opened just now'),
  })
  .meta({ id: 'BackupVerification' });
export type BackupVerification = z.infer<typeof BackupVerification>;

export const StorageVerification = z
  .object({
    state: z.enum(['ok', 'attention']),
    files: z.int().describe('That the database names'),
    bytes: z.int().describe('Of these files together'),
    missing: z.int(),
    wrongSize: z.int(),
    orphans: z.int().describe('Files that nothing in the database names; they only take space'),
    contentsRead: z.int().describe('Files of a random sample whose contents were compared'),
    damaged: z.int().describe('Of this sample'),
    examples: z.array(z.string()).describe('Keys of what is wrong, a few of each kind'),
    complete: z.boolean().describe('False when there was more than could be looked at in time'),
  })
  .meta({ id: 'StorageVerification' });
export type StorageVerification = z.infer<typeof StorageVerification>;
