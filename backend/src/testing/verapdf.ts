import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The program that starts veraPDF; absent where there are no packages of Debian. */
const PROGRAM = process.env['TEST_VERAPDF'];

export const hasVeraPdf = PROGRAM !== undefined;

export interface PdfAReport {
  /** How many single checks were made. */
  checks: number;
  /** Clauses of ISO 19005-2 that are broken, and how. */
  complaints: string[];
}

/** What the validator of PDF/A says of each file, as PDF/A-2b. */
export async function pdfAReports(paths: readonly string[]): Promise<PdfAReport[]> {
  const { stdout } = await promisify(execFile)(PROGRAM ?? '', paths, { maxBuffer: 64 * 2 ** 20 });
  return JSON.parse(stdout) as PdfAReport[];
}
