import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { CslItem } from './csl/csl-item';
import type { ExistenceCheck } from './dto/existence-check';

/** `ready` has passages to write from; `reference_only` can be cited, but says nothing to us. */
export const SOURCE_STATUSES = ['ready', 'reference_only'] as const;

export type SourceStatus = (typeof SOURCE_STATUSES)[number];

@Entity('sources')
export class SourceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  @Column('text')
  key: string;

  @Column('text')
  identity: string;

  @Column('jsonb')
  csl: CslItem;

  @Column('int', { name: 'page_count', nullable: true })
  pageCount: number | null;

  @Column('text')
  status: SourceStatus;

  @Column('jsonb', { name: 'existence_check', nullable: true })
  check: ExistenceCheck | null;

  @Column('boolean', { default: false })
  mandatory: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
