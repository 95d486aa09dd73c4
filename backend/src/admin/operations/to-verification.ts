import type { BackupState, StorageState } from '../../backup';
import type { BackupVerification, StorageVerification } from '../dto/operations';

/** Backups are late when two are missing; a drill when it is a day behind the usual one a day. */
const LATE = 2;
const DRILL_LATE_MS = 48 * 3_600_000;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function problemsOf(state: BackupState, ageSeconds: number | null, now: number): string[] {
  const { everyMinutes, lastBackup, lastDrill, lastPassedDrillAt, targets } = state;
  const late = (ageSeconds ?? Infinity) > LATE * 60 * (everyMinutes ?? Infinity);
  const missing = lastBackup?.filesMissing ?? 0;
  const undrilled = now - (lastPassedDrillAt?.getTime() ?? 0) > DRILL_LATE_MS;
  const found: (string | false)[] = [
    everyMinutes === null && 'No backups are made by themselves: BACKUP_EVERY_MIN is not set.',
    late && 'The newest backup is too old.',
    lastBackup !== null &&
      lastBackup.error !== null &&
      `The last backup failed: ${lastBackup.error}`,
    missing > 0 && `${String(missing)} files were missing or damaged at the last backup.`,
    lastDrill?.passed === false && `The last drill failed: ${lastDrill.error ?? ''}`,
    undrilled && 'No backup has been restored and found whole for two days.',
    ...targets.map(({ kind, problem }) => problem !== null && `The ${kind}: ${problem}`),
  ];
  return found.filter((problem) => problem !== false);
}

export function toBackupVerification(state: BackupState): BackupVerification {
  const now = Date.now();
  const newest = Math.max(...state.targets.map(({ asOf }) => asOf?.getTime() ?? 0));
  const ageSeconds = newest > 0 ? Math.round((now - newest) / 1000) : null;
  const problems = problemsOf(state, ageSeconds, now);
  const { lastBackup, lastDrill } = state;
  return {
    state: problems.length === 0 ? 'ok' : 'attention',
    problems,
    everyMinutes: state.everyMinutes,
    ageSeconds,
    lastBackup: lastBackup && { ...timed(lastBackup), asOf: iso(lastBackup.asOf) },
    lastDrill: lastDrill && timed(lastDrill),
    lastPassedDrillAt: iso(state.lastPassedDrillAt),
    targets: state.targets.map((target) => ({ ...target, asOf: iso(target.asOf) })),
  };
}

const timed = <Row extends { startedAt: Date; finishedAt: Date | null }>(row: Row) => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  finishedAt: iso(row.finishedAt),
});

export function toStorageVerification(state: StorageState): StorageVerification {
  const wrong = state.missing + state.wrongSize + state.damaged;
  return { state: wrong === 0 ? 'ok' : 'attention', ...state };
}
