import { Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { SECTION_STATUSES } from './dto/section';

@Entity('sections')
export class SectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  /** Order in the outline, from 0. */
  @Column('int')
  position: number;

  @Column('text')
  title: string;

  /** Markdown with Pandoc citations. */
  @Column('text', { default: '' })
  content: string;

  @Column('text', { default: 'planned' })
  status: (typeof SECTION_STATUSES)[number];

  @Column('int', { name: 'word_count', default: 0 })
  wordCount: number;

  /** The model that wrote it; null while nobody or only a person has. */
  @Column('text', { nullable: true })
  writer: string | null;

  @Column('int', { default: 1 })
  version: number;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
