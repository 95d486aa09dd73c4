import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../config';
import { targetsOf } from './run-backup';
import { placeOf } from './snapshot/file-vault';
import { fileOfTable, type Snapshots } from './snapshot/snapshots';

/** Of the newest backup of a target. */
export interface VerifiedTarget {
  kind: 'directory' | 'bucket';
  snapshot: string | null;
  asOf: Date | null;
  rows: number;
  files: number;
  /** Why it could not be restored, as far as is seen without doing so. */
  problem: string | null;
}

export interface BackupRecord {
  snapshot: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  error: string | null;
}

export interface BackupState {
  everyMinutes: number | null;
  lastBackup: (BackupRecord & { asOf: Date | null; filesMissing: number | null }) | null;
  lastDrill: (BackupRecord & { passed: boolean | null }) | null;
  lastPassedDrillAt: Date | null;
  targets: VerifiedTarget[];
}

const LAST_BACKUP = `select snapshot, started_at as "startedAt", finished_at as "finishedAt", error,
    as_of as "asOf", files_missing as "filesMissing"
  from backups where finished_at is not null order by started_at desc limit 1`;

const LAST_DRILL = `select snapshot, started_at as "startedAt", finished_at as "finishedAt", error,
    passed from restore_drills where finished_at is not null order by started_at desc limit 1`;

const PASSED = 'select max(finished_at) as at from restore_drills where passed';

/** How the backups are: what the books say, and the newest one of each target looked at. */
@Injectable()
export class VerifyBackup {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  async run(): Promise<BackupState> {
    const [backup, drill, passed] = await Promise.all([
      this.dataSource.query<NonNullable<BackupState['lastBackup']>[]>(LAST_BACKUP),
      this.dataSource.query<NonNullable<BackupState['lastDrill']>[]>(LAST_DRILL),
      this.dataSource.query<{ at: Date | null }[]>(PASSED),
    ]);
    const { targets, everyMinutes } = this.config.backup;
    const snapshots = await targetsOf(this.config);
    const verified = await Promise.all(snapshots.map((target) => verify(target)));
    return {
      everyMinutes: everyMinutes ?? null,
      lastBackup: backup[0] ?? null,
      lastDrill: drill[0] ?? null,
      lastPassedDrillAt: passed[0]?.at ?? null,
      targets: verified.map((target, at) => ({
        kind: targets[at]?.driver === 's3' ? 'bucket' : 'directory',
        ...target,
      })),
    };
  }
}

type Looked = Omit<VerifiedTarget, 'kind'>;

const NOTHING: Looked = { snapshot: null, asOf: null, rows: 0, files: 0, problem: null };

/** Opens the manifest of the newest backup and looks whether everything that it names is there. */
async function verify(snapshots: Snapshots): Promise<Looked> {
  let snapshot: string | null = null;
  try {
    snapshot = (await snapshots.list())[0] ?? null;
    if (snapshot === null) return { ...NOTHING, problem: 'There is no backup.' };
    const { asOf, tables, files } = await snapshots.readManifest(snapshot);
    const named = [
      ...tables.map(({ name }) => fileOfTable(snapshot ?? '', name)),
      ...files.map((file) => placeOf(file, snapshots.key)),
    ];
    const absent = await absentOf(snapshots, snapshot, named);
    return {
      snapshot,
      asOf: new Date(asOf),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      files: files.length,
      problem: absent === 0 ? null : `${String(absent)} of its files are gone.`,
    };
  } catch (error) {
    return { ...NOTHING, snapshot, problem: (error as Error).message };
  }
}

async function absentOf({ target }: Snapshots, id: string, named: string[]): Promise<number> {
  const absent = new Set(named);
  for (const folder of [`snapshots/${id}`, 'files']) {
    for await (const { key, size } of target.list(folder)) if (size > 0) absent.delete(key);
  }
  return absent.size;
}
