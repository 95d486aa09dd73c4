import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { MissingFileError } from '../../storage';
import { ExportFiles } from '../export-files';
import type { ExportFormat } from '../export-format';
import { type ExportParts, ExportSource } from '../export-source';
import { RenderPool } from '../render-pool';
import type { ComplianceReport, RuleOutcome } from './outcome';

const countOf = (outcomes: readonly RuleOutcome[], state: RuleOutcome['state']) =>
  outcomes.filter((outcome) => outcome.state === state).length;

/** Holds the finished files of documents against the rules of their university. */
@Injectable()
export class ComplianceService {
  constructor(
    private readonly source: ExportSource,
    private readonly files: ExportFiles,
    private readonly renderer: RenderPool,
  ) {}

  /**
   * Reads back the very file that is handed out.
   * @throws ProblemException NOT_FOUND, NOTHING_TO_EXPORT, INVALID_CITATION, EXPORT_FAILED,
   *   UNAVAILABLE
   */
  async report(
    ownerId: string,
    documentId: string,
    format: ExportFormat,
    parts: ExportParts,
  ): Promise<ComplianceReport> {
    const input = await this.source.read(ownerId, documentId, parts);
    const read = async () => {
      const stored = await this.files.obtain(documentId, format, input);
      return { file: await buffer(await this.files.open(stored)), sha256: stored.sha256 };
    };
    // A file that is gone from the store has been forgotten by the first attempt
    const { file, sha256 } = await read().catch((error: unknown) => {
      if (error instanceof MissingFileError) return read();
      throw error;
    });
    const outcomes = await this.renderer.check(input, format, file);
    return {
      format,
      sha256,
      met: countOf(outcomes, 'met'),
      broken: countOf(outcomes, 'broken'),
      notCheckable: countOf(outcomes, 'not_checkable'),
      outcomes,
    };
  }
}
