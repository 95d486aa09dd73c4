import { type ErrorCode, type FieldError, ProblemException } from '../common';
import { checkExport } from './compliance/check-export';
import type { RuleOutcome } from './compliance/outcome';
import type { ExportFormat } from './export-format';
import type { ExportInput } from './model/export-input';
import { renderExport } from './render-export';

/** To make a file, or to check one that was made. */
export interface RenderTask {
  input: ExportInput;
  format: ExportFormat;
  check?: Uint8Array;
}

/** Problems are passed as data, because an exception loses its class between threads. */
export type RenderAnswer =
  | { file: Uint8Array }
  | { outcomes: RuleOutcome[] }
  | { problem: { code: ErrorCode; detail: string; errors: readonly FieldError[] } };

/** The entry of the worker threads that {@link RenderPool} keeps. */
export default async function answer({ input, format, check }: RenderTask): Promise<RenderAnswer> {
  try {
    if (check !== undefined) return { outcomes: await checkExport(check, input, format) };
    return { file: await renderExport(input, format) };
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    const { code, detail, errors = [] } = error;
    return { problem: { code, detail, errors } };
  }
}
