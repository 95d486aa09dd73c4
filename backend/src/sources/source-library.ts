import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { type PrintedPages, printedPagesOf } from './csl/bibliographic-facts';
import type { CslItem } from './csl/csl-item';
import { SourceEntity, type SourceStatus } from './source.entity';

export interface SourceRecord {
  id: string;
  /** What citations in the text name: `[@key]`. Unique in the document, never changes. */
  key: string;
  csl: CslItem;
  /** Pages of the file we hold; null when we hold none. */
  pageCount: number | null;
  /** First and last printed page, from the reference; null when it states none. */
  printedPages: PrintedPages | null;
  /** First printed page, from the reference; null when it states no range. */
  firstPage: number | null;
  status: SourceStatus;
  /** Whether its owner wants it cited. */
  mandatory: boolean;
}

export function toSourceRecord(source: SourceEntity): SourceRecord {
  const { id, key, csl, pageCount, status, mandatory } = source;
  const printedPages = printedPagesOf(csl);
  const firstPage = printedPages?.first ?? null;
  return { id, key, csl, pageCount, printedPages, firstPage, status, mandatory };
}

/** The sources of a document for other features, which have established who owns it. */
@Injectable()
export class SourceLibrary {
  constructor(@InjectRepository(SourceEntity) private readonly sources: Repository<SourceEntity>) {}

  /** Every source of the document, by key. */
  async list(documentId: string): Promise<SourceRecord[]> {
    const rows = await this.sources.find({ where: { documentId }, order: { key: 'asc' } });
    return rows.map(toSourceRecord);
  }
}
