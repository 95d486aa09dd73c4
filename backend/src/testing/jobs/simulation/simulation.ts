import type { JobTiming } from '../../../jobs/worker/job-timing';
import { jobTiming } from '../../../jobs/worker/job-timing';
import { recordedStore } from './recorded-store';
import { SimulatedBell } from './simulated-bell';
import { type Operation, SECOND, SimulatedClock, type SimulatedDocument } from './simulated-job';
import { MISHAPS, type Mishap, type SimulatedRun } from './simulated-run';
import { SimulatedStore } from './simulated-store';
import { SimulatedWorker } from './simulated-worker';
import { StoreObserver } from './store-observer';

/** What is simulated: sizes, and what happens in which order. */
export interface Script {
  workers: number;
  jobsAtOnce: number;
  sectionsAtOnce: number;
  /** For each document: whose it is, and how many sections it has. */
  documents: readonly { owner: number; sections: number }[];
  happenings: readonly Happening[];
}

/** Something that happens, to the one of its kind that `which` falls on. */
export type Happening = readonly [name: HappeningName, which: number];

const document = (index: number, owner: number, sections: number): SimulatedDocument => ({
  id: `document-${String(index)}`,
  ownerId: `owner-${String(owner)}`,
  status: 'outlined',
  steps: [...Array.from({ length: sections }, (_, at) => `section:${String(at)}`), 'abstract'],
  done: new Set(),
});

/** Several workers on one store, with everything that may go wrong between them. */
export class Simulation {
  readonly clock = new SimulatedClock();
  readonly observer = new StoreObserver();
  readonly bell = new SimulatedBell();
  readonly store: SimulatedStore;
  readonly workers: SimulatedWorker[];
  /** Of processes that are gone. */
  readonly buried: SimulatedRun[] = [];
  /** The last command each job's owner gave, where it was obeyed. */
  readonly wishes = new Map<string, 'cancel' | 'resume'>();
  private readonly timing: JobTiming = jobTiming(20);

  /** @param log notes what is asked of the store */
  constructor(
    readonly script: Script,
    log?: Operation[],
  ) {
    const documents = script.documents.map(({ owner, sections }, index) =>
      document(index, owner, sections),
    );
    const byId = new Map(documents.map((one) => [one.id, one]));
    const store = new SimulatedStore(this.clock, byId, this.timing.lease, this.observer);
    this.store = log === undefined ? store : recordedStore(store, this.clock, log);
    this.workers = Array.from({ length: script.workers }, () => this.worker());
  }

  play(): this {
    for (const [name, which] of this.script.happenings) HAPPENINGS[name](this, which);
    return this;
  }

  worker(): SimulatedWorker {
    const { jobsAtOnce, sectionsAtOnce } = this.script;
    const settings = { timing: this.timing, jobsAtOnce, sectionsAtOnce };
    return new SimulatedWorker(this.store, this.bell, this.clock, settings);
  }

  /** A process is gone, and another is started in its place. */
  replace(worker: SimulatedWorker): void {
    worker.kill();
    this.buried.push(...worker.past);
    this.workers[this.workers.indexOf(worker)] = this.worker();
  }

  start(documentId: string): void {
    const { jobId, created } = this.store.start(documentId);
    if (!created) return;
    this.wishes.delete(jobId);
    this.bell.ring();
  }

  command(command: 'cancel' | 'resume', jobId: string | undefined): void {
    if (jobId === undefined || this.store.command(command, jobId) !== 'done') return;
    this.wishes.set(jobId, command);
    if (command === 'resume') this.bell.ring();
  }

  /** Every run there was. */
  get runs(): SimulatedRun[] {
    return [...this.buried, ...this.workers.flatMap(({ past, runs }) => [...past, ...runs])];
  }

  /** Everybody lives, and nothing goes wrong any more, until nothing happens any more. */
  settle(): this {
    this.bell.up = true;
    for (const { ownerId } of this.store.documents.values()) this.store.block(ownerId, false);
    for (const worker of [...this.workers]) {
      worker.frozen = false;
      if (worker.draining) this.replace(worker);
    }
    for (let round = 0; this.restless; round += 1) {
      if (round > ROUNDS) throw new Error('It never comes to rest');
      this.clock.advance(SECOND);
      for (const worker of this.workers) this.round(worker);
    }
    return this;
  }

  private round(worker: SimulatedWorker): void {
    worker.watch();
    worker.sweep();
    for (let choice = 0; choice < TURNS; choice += 1) worker.act(choice);
  }

  private get restless(): boolean {
    return [...this.store.jobs.values()].some(({ status }) => RESTLESS.includes(status));
  }
}

const RESTLESS: readonly string[] = ['queued', 'running', 'cancelling'];
const ROUNDS = 500;
/** Things a worker does in a second. */
const TURNS = 12;

const pick = <Item>(items: readonly Item[], which: number): Item | undefined =>
  items[which % items.length];

const onWorker =
  (act: (simulation: Simulation, worker: SimulatedWorker, which: number) => void) =>
  (simulation: Simulation, which: number): void => {
    const { workers } = simulation;
    const worker = pick(workers, which);
    if (worker !== undefined) act(simulation, worker, Math.floor(which / workers.length));
  };

const acting = (mishap?: Mishap) =>
  onWorker((_, worker, which) => {
    worker.act(which, mishap);
  });

const commanding = (command: 'cancel' | 'resume') => (simulation: Simulation, which: number) => {
  simulation.command(command, pick([...simulation.store.jobs.keys()], which));
};

const blocking =
  (blocked: boolean) =>
  ({ store }: Simulation, which: number): void => {
    const id = pick([...store.documents.values()], which)?.ownerId;
    if (id !== undefined) store.block(id, blocked);
  };

const HAPPENINGS = {
  start: (simulation: Simulation, which: number) => {
    const id = pick([...simulation.store.documents.keys()], which);
    if (id !== undefined) simulation.start(id);
  },
  cancel: commanding('cancel'),
  resume: commanding('resume'),
  act: acting(),
  ...(Object.fromEntries(MISHAPS.map((mishap) => [mishap, acting(mishap)])) as Record<
    Mishap,
    ReturnType<typeof acting>
  >),
  watch: onWorker((_, worker) => worker.watch()),
  sweep: onWorker((_, worker) => worker.sweep()),
  /** `kill -9`, and another process is started. */
  kill: onWorker((simulation, worker) => simulation.replace(worker)),
  /** SIGSTOP. */
  freeze: onWorker((_, worker) => {
    worker.frozen = true;
  }),
  /** SIGCONT. */
  thaw: onWorker((_, worker) => {
    worker.frozen = false;
  }),
  /** SIGTERM, and the second time the end of the process. */
  drain: onWorker((simulation, worker) => {
    if (worker.frozen) return;
    if (!worker.draining) return worker.drain();
    worker.abandon();
    simulation.replace(worker);
  }),
  second: ({ clock }: Simulation, which: number) => clock.advance((which % 3) * SECOND),
  /** About a lease. */
  leaseLong: ({ clock }: Simulation, which: number) => clock.advance((16 + (which % 6)) * SECOND),
  flush: ({ bell }: Simulation) => bell.flush(),
  redisDown: ({ bell }: Simulation) => {
    bell.up = false;
  },
  redisUp: ({ bell }: Simulation) => {
    bell.up = true;
  },
  block: blocking(true),
  unblock: blocking(false),
} satisfies Record<string, (simulation: Simulation, which: number) => void>;

export type HappeningName = keyof typeof HAPPENINGS;
