import { Injectable, type StreamableFile } from '@nestjs/common';
import { AuditLog, type AuditEntry as StoredEntry } from '../audit';
import { csvFile, type CsvRow, type Page, toPage } from '../common';
import type { AuditEntry, AuditExportQuery, AuditQuery } from './dto/audit-entry';

const HEADER = ['id', 'time', 'action', 'actor', 'subject', 'address', 'request', 'details'];

const toRow = (entry: StoredEntry): CsvRow => [
  entry.id,
  entry.at.toISOString(),
  entry.action,
  entry.actorId ?? '',
  entry.subjectId ?? '',
  entry.address ?? '',
  entry.requestId ?? '',
  JSON.stringify(entry.details),
];

/** The audit trail as pages and as a file. */
@Injectable()
export class AuditView {
  constructor(private readonly log: AuditLog) {}

  async list(query: AuditQuery): Promise<Page<AuditEntry>> {
    const { items, total } = await this.log.list(query, query);
    const entries = items.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
    return toPage(entries, total, query);
  }

  export(query: AuditExportQuery): Promise<StreamableFile> {
    return csvFile('tesigo-audit-log', HEADER, this.rows(query));
  }

  private async *rows(query: AuditExportQuery) {
    for await (const entries of this.log.all(query)) yield entries.map(toRow);
  }
}
