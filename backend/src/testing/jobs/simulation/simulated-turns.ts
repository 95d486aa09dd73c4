import type { SimulatedJob } from './simulated-job';

const byAge = (a: SimulatedJob, b: SimulatedJob): number => a.requestedAt - b.requestedAt;

const begun = ({ status }: SimulatedJob): boolean => status === 'running';

const begunFirst = (a: SimulatedJob, b: SimulatedJob): number =>
  Number(begun(b)) - Number(begun(a));

/** Jobs that nobody holds, in the order in which they are to be taken. */
export function inTurn(
  jobs: readonly SimulatedJob[],
  now: number,
  blocked: ReadonlySet<string>,
): SimulatedJob[] {
  const unfinished = jobs
    .filter(
      ({ status, ownerId }) => ['queued', 'running'].includes(status) && !blocked.has(ownerId),
    )
    .sort((a, b) => begunFirst(a, b) || byAge(a, b));
  const counts = new Map<string, number>();
  const turns = new Map<SimulatedJob, number>();
  for (const job of unfinished) {
    const turn = (counts.get(job.ownerId) ?? 0) + 1;
    counts.set(job.ownerId, turn);
    turns.set(job, begun(job) ? 0 : turn);
  }
  const turnOf = (job: SimulatedJob): number => turns.get(job) ?? 0;
  return unfinished
    .filter((job) => !begun(job) || (job.leaseUntil ?? 0) < now)
    .sort((a, b) => begunFirst(a, b) || turnOf(a) - turnOf(b) || byAge(a, b));
}
