import type { ExportFormat } from '../export-format';
import { buildModel } from '../model/build-model';
import type { ExportInput } from '../model/export-input';
import { checkFile } from './check-file';
import { readDocxFacts } from './docx/read-docx';
import type { RuleOutcome } from './outcome';
import { readPdfFacts } from './pdf/read-pdf';

const READERS = {
  docx: (file: Uint8Array, model: ReturnType<typeof buildModel>) =>
    Promise.resolve(readDocxFacts(file, model)),
  pdf: readPdfFacts,
} as const;

/**
 * Reads a finished file back and holds it against the rules of its document. It computes for
 * seconds without a pause: call it in a worker thread.
 * @throws ProblemException INVALID_CITATION
 */
export async function checkExport(
  file: Uint8Array,
  input: ExportInput,
  format: ExportFormat,
): Promise<RuleOutcome[]> {
  const model = buildModel(input);
  return checkFile(input.formatting, await READERS[format](file, model), model);
}
