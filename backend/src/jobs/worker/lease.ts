/** A worker's claim on a job. */
export interface Lease {
  jobId: string;
  documentId: string;
  ownerId: string;
  requirements: string;
  /** Fencing token: of two workers that believe in their lease, the older writes nothing. */
  epoch: number;
  /** Workers that were lost with the job since it last got ahead. */
  crashes: number;
}

/** The job is not this worker's to go on with: taken over, cancelled, deleted, its owner blocked. */
export class LeaseLost extends Error {
  override readonly name: string = 'LeaseLost';
}

/** The worker could not extend its leases in time; whoever finds the job counts it as lost. */
export class LeaseLapsed extends LeaseLost {
  override readonly name = 'LeaseLapsed';
}

/** The worker shuts down; the job is another's to go on with. */
export class Draining extends Error {
  override readonly name = 'Draining';
}
