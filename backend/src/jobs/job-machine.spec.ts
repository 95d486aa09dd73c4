import fc from 'fast-check';
import { Simulation } from '../testing/jobs/simulation/simulation';
import { scripts } from '../testing/jobs/simulation/script-arbitrary';
import { STEP_TOKENS } from '../testing/jobs/simulation/simulated-run';

jest.setTimeout(120_000);

const SEEDS = 10_000;

/** The store's own invariants hold at every write, or playing throws. */
function expectRest(simulation: Simulation): void {
  const { store, wishes } = simulation;
  for (const { id, status } of store.jobs.values()) {
    const rests = ['completed', 'failed', 'cancelled', 'paused'].includes(status);
    if (!rests) throw new Error(`${id} is ${status}`);
    if (wishes.get(id) === 'cancel' && status !== 'cancelled') throw new Error(`${id}: ${status}`);
  }
}

/** What models were asked for in vain: at most what was in hand when a run was interrupted. */
function expectFewRepeats({ runs, script }: Simulation): void {
  for (const { counts } of runs) {
    const wasted = counts.calls - counts.stored;
    if (wasted > script.sectionsAtOnce) throw new Error(`${String(wasted)} calls were repeated`);
  }
}

function expectEachPaidOnce({ store, observer }: Simulation): void {
  const charged = [...store.jobs.values()].reduce((sum, { tokens }) => sum + tokens, 0);
  expect(charged).toBe(observer.finishedSteps * STEP_TOKENS);
}

function expectWritten({ store }: Simulation): void {
  for (const { id, documentId, status } of store.jobs.values()) {
    if (status !== 'completed') continue;
    const { steps, done } = store.documents.get(documentId) ?? { steps: [id], done: new Set() };
    if (!steps.every((step) => done.has(step))) throw new Error(`${id} left holes`);
  }
}

describe('jobs, whatever happens to their workers', () => {
  it('keep every invariant, come to rest, and can be finished', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(scripts(400), (script) => {
        const simulation = new Simulation(script).play().settle();
        expectRest(simulation);
        expectWritten(simulation);
        for (const { status, error } of simulation.store.jobs.values()) seen.add(error ?? status);
        for (const jobId of simulation.store.jobs.keys()) simulation.command('resume', jobId);
        simulation.settle();
        for (const document of simulation.store.documents.values()) {
          const jobs = [...simulation.store.jobs.values()];
          const asked = jobs.some(({ documentId }) => documentId === document.id);
          if (asked && document.status !== 'completed') throw new Error(`${document.id} is stuck`);
        }
        expectFewRepeats(simulation);
        expectEachPaidOnce(simulation);
      }),
      { numRuns: SEEDS },
    );
    // The scripts lead everywhere
    const everywhere = ['completed', 'cancelled', 'MODEL_FAILED', 'TOKEN_LIMIT', 'WORKER_CRASHED'];
    expect([...seen].sort()).toEqual(everywhere.sort());
  });
});
