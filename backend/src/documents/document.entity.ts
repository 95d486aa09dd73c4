import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { CitationStyle } from '../citations';
import type { DocumentLanguage } from '../common';
import type { DOCUMENT_STATUSES, DOCUMENT_TYPES } from './dto/document';
import type { Outline } from './dto/outline';

@Entity('documents')
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('text')
  title: string;

  @Column('text')
  topic: string;

  @Column('text')
  language: DocumentLanguage;

  @Column('text')
  type: (typeof DOCUMENT_TYPES)[number];

  @Column('int', { name: 'target_pages' })
  targetPages: number;

  @Column('text', { name: 'citation_style' })
  citationStyle: CitationStyle;

  @Column('text', { name: 'additional_requirements', default: '' })
  additionalRequirements: string;

  @Column('text', { default: 'draft' })
  status: (typeof DOCUMENT_STATUSES)[number];

  @Column('int', { name: 'word_count', default: 0 })
  wordCount: number;

  @Column('jsonb', { nullable: true })
  outline: Outline | null;

  /** When the outline was last made or changed; null before, and where it is not known. */
  @Column('timestamptz', { name: 'outlined_at', nullable: true })
  outlinedAt: Date | null;

  /** Put away by its owner: kept, and out of the way. */
  @Column('boolean', { default: false })
  archived: boolean;

  /** Counts edits of the document's own fields and its outline, not of its sections. */
  @Column('int', { default: 1 })
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
