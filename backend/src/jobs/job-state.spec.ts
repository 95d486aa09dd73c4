import fc from 'fast-check';
import {
  ACTIVE_STATES,
  canMove,
  ENDED_STATES,
  JOB_STATES,
  type JobState,
  stateAfter,
  statesBefore,
} from './job-state';

const state = fc.constantFrom(...JOB_STATES);
const command = fc.constantFrom('cancel' as const, 'resume' as const);

function reachableFrom(start: JobState): Set<JobState> {
  const reached = new Set<JobState>([start]);
  for (const from of reached) {
    for (const to of JOB_STATES) if (canMove(from, to)) reached.add(to);
  }
  return reached;
}

describe('job states', () => {
  it('can all be reached from a new job', () => {
    expect(reachableFrom('queued')).toEqual(new Set(JOB_STATES));
  });

  it('are either active or ended', () => {
    expect([...ACTIVE_STATES, ...ENDED_STATES].sort()).toEqual([...JOB_STATES].sort());
  });

  it('leave a way to an end from everywhere', () => {
    fc.assert(
      fc.property(state, (from) => {
        expect(ENDED_STATES.some((end) => reachableFrom(from).has(end))).toBe(true);
      }),
    );
  });

  it('never leave completed', () => {
    expect(reachableFrom('completed')).toEqual(new Set(['completed']));
  });

  it('are never skipped into running: a worker starts only what is queued', () => {
    expect(statesBefore('running')).toEqual(['queued']);
  });

  it('list as predecessors exactly those that can move', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        expect(statesBefore(to).includes(from)).toBe(canMove(from, to));
      }),
    );
  });
});

describe('commands of the owner', () => {
  it('only ever make moves of the table', () => {
    fc.assert(
      fc.property(command, state, (given, from) => {
        const to = stateAfter(given, from);
        expect(to === undefined || to === from || canMove(from, to)).toBe(true);
      }),
    );
  });

  it('change nothing when repeated', () => {
    fc.assert(
      fc.property(command, state, (given, from) => {
        const to = stateAfter(given, from);
        if (to !== undefined) expect(stateAfter(given, to)).toBe(to);
      }),
    );
  });

  it('cannot touch a completed job', () => {
    fc.assert(
      fc.property(command, (given) => expect(stateAfter(given, 'completed')).toBe(undefined)),
    );
  });

  it.each(['paused', 'failed', 'cancelled'] as const)('resume a %s job', (from) => {
    expect(stateAfter('resume', from)).toBe('queued');
  });
});
