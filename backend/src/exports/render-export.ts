import { renderDocx } from './docx/render-docx';
import type { ExportFormat } from './export-format';
import { buildModel } from './model/build-model';
import type { ExportInput } from './model/export-input';
import { renderPdf } from './pdf/render-pdf';

const RENDERERS = { docx: renderDocx, pdf: renderPdf } as const;

/**
 * The file of a document. It computes for seconds without a pause: call it in a worker thread.
 * @throws ProblemException INVALID_CITATION
 */
export function renderExport(input: ExportInput, format: ExportFormat): Promise<Buffer> {
  return RENDERERS[format](buildModel(input));
}
