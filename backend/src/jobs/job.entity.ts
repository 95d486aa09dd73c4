import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { JobStage } from './job-event';
import type { JobState } from './job-state';

/** The writing of a document in the background: what happens to it is decided by its row alone. */
@Entity('jobs')
export class JobEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('text', { default: 'queued' })
  status: JobState;

  @Column('text', { default: 'queued' })
  stage: JobStage;

  @Column('text', { default: '' })
  requirements: string;

  /** Fencing token: raised by every claim; whoever holds an older one writes nothing. */
  @Column('int', { default: 0 })
  epoch: number;

  /** Workers that were lost with this job since it last got ahead. */
  @Column('int', { default: 0 })
  crashes: number;

  /** Higher ones go first, whoever's they are. */
  @Column('int', { default: 0 })
  priority: number;

  /** When its owner last asked for it: at the start, or by resuming. */
  @CreateDateColumn({ name: 'requested_at', type: 'timestamptz' })
  requestedAt: Date;

  /**
   * Until when nobody else may take it: a worker counts on being the only one, a waiting job rests.
   */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
