import fc from 'fast-check';
import { JobFixture } from '../../testing/jobs/job-fixture';
import { Counterparts } from '../../testing/jobs/simulation/counterparts';
import { installSimulatedClock } from '../../testing/jobs/simulation/postgres-clock';
import { PostgresReplay } from '../../testing/jobs/simulation/postgres-replay';
import { postgresState } from '../../testing/jobs/simulation/postgres-state';
import { scripts } from '../../testing/jobs/simulation/script-arbitrary';
import type { Operation } from '../../testing/jobs/simulation/simulated-job';
import { Simulation } from '../../testing/jobs/simulation/simulation';
import { testApp, type TestApp } from '../../testing/test-app';
import { JobsCoreModule } from '../jobs-core.module';
import { JobsModule } from '../jobs.module';
import { Checkpoints } from './checkpoints';
import { JOB_TIMING, jobTiming } from './job-timing';
import { LeaseRepository } from './lease.repository';

jest.setTimeout(120_000);

const SEEDS = 40;
/** On a busy machine, and for what is tried to tell a failure shortly. */
const PATIENCE_MS = 60_000;

let database: TestApp;
let target: TestApp;

beforeAll(async () => {
  const timing = { provide: JOB_TIMING, useValue: jobTiming(20) };
  const providers = [Checkpoints, LeaseRepository, timing];
  const features = { imports: [JobsModule, JobsCoreModule], providers };
  database = await testApp();
  await installSimulatedClock(database);
  target = await testApp({ features, replicaOf: database });
});

afterAll(async () => {
  await target.close();
  await database.close();
});

/** The simulation's documents and their owners, for real. */
async function counterpartsOf({ store }: Simulation): Promise<Counterparts> {
  await target.database.dataSource.query('delete from outbox; delete from users');
  const counterparts = new Counterparts();
  const fixture = new JobFixture(target);
  for (const { id, ownerId, steps } of store.documents.values()) {
    if (counterparts.startingWith(ownerId).length === 0) {
      counterparts.add(ownerId, (await fixture.student()).userId);
    }
    const owner = { userId: counterparts.id(ownerId), sessionId: '', accessToken: '' };
    counterparts.add(id, await fixture.document(owner, steps));
  }
  return counterparts;
}

/** The same calls, in the same order, at the same simulated times. */
async function expectTheSame(operations: readonly Operation[], counterparts: Counterparts) {
  const replay = new PostgresReplay(target, counterparts);
  for (const operation of operations) {
    const { name, args, result, state } = operation;
    const real = {
      result: await replay.play(operation),
      state: await postgresState(target, counterparts),
    };
    expect({ name, args, ...real }).toEqual({ name, args, result, state });
  }
}

it('PostgreSQL does what the simulated store does, in every detail', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(scripts(250), async (script) => {
      const operations: Operation[] = [];
      const simulation = new Simulation(script, operations).play();
      await expectTheSame(operations, await counterpartsOf(simulation));
      count += operations.length;
    }),
    { numRuns: SEEDS, interruptAfterTimeLimit: PATIENCE_MS },
  );
  expect(count).toBeGreaterThan(SEEDS);
});
