import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, Repository } from 'typeorm';
import { newId, notFound } from '../common';
import type { JobStatus } from './dto/job-status';
import { rememberOrigin } from './job-origins';
import { JobEntity } from './job.entity';
import { ACTIVE_STATES } from './job-state';
import { STATUS, type StatusRow, toStatus } from './job-status.query';
import { QueuePositions } from './queue-positions';

const STARTABLE = `select exists (select 1 from sources where document_id = d.id) as "hasSources",
    (select count(*)::int from jobs where owner_id = $2 and status = any($3)) as "activeJobs"
  from documents d where d.id = $1 and d.owner_id = $2`;

interface Startable {
  hasSources: boolean;
  /** Of all documents of its owner. */
  activeJobs: number;
}

@Injectable()
export class JobsRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @InjectRepository(JobEntity) private readonly jobs: Repository<JobEntity>,
    private readonly positions: QueuePositions,
  ) {}

  /** @throws ProblemException NOT_FOUND, also for another's document */
  async readStartable(
    manager: EntityManager,
    ownerId: string,
    documentId: string,
  ): Promise<Startable> {
    const parameters = [documentId, ownerId, ACTIVE_STATES];
    const [document] = await manager.query<Startable[]>(STARTABLE, parameters);
    if (document === undefined) throw notFound();
    return document;
  }

  /** Its id. The caller has locked the document and found no active job of it. */
  async create(
    manager: EntityManager,
    job: Pick<JobEntity, 'documentId' | 'ownerId' | 'requirements'>,
  ): Promise<string> {
    const id = newId();
    await manager.insert(JobEntity, { id, ...job });
    await rememberOrigin(manager, id);
    return id;
  }

  findActive(manager: EntityManager, documentId: string): Promise<JobEntity | null> {
    return manager.findOneBy(JobEntity, { documentId, status: In(ACTIVE_STATES) });
  }

  /** @throws ProblemException NOT_FOUND */
  async getOwned(ownerId: string, id: string): Promise<JobEntity> {
    const job = await this.jobs.findOneBy({ id, ownerId });
    if (job === null) throw notFound();
    return job;
  }

  /** @throws ProblemException NOT_FOUND */
  async ownerOf(id: string): Promise<string> {
    const job = await this.jobs.findOneBy({ id });
    if (job === null) throw notFound();
    return job.ownerId;
  }

  /** @throws ProblemException NOT_FOUND */
  async status(ownerId: string, id: string): Promise<JobStatus> {
    const [row] = await this.dataSource.query<StatusRow[]>(
      `select ${STATUS} from jobs j where j.id = $1 and j.owner_id = $2`,
      [id, ownerId],
    );
    if (row === undefined) throw notFound();
    return toStatus(row, row.status === 'queued' ? await this.positions.of(id) : null);
  }
}
