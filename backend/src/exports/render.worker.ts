import { type ErrorCode, type FieldError, ProblemException } from '../common';
import type { ExportFormat } from './export-format';
import type { ExportInput } from './model/build-model';
import { renderExport } from './render-export';

export interface RenderTask {
  input: ExportInput;
  format: ExportFormat;
}

/** Problems are passed as data, because an exception loses its class between threads. */
export type RenderAnswer =
  | { file: Uint8Array }
  | { problem: { code: ErrorCode; detail: string; errors: readonly FieldError[] } };

/** The entry of the worker threads that {@link RenderPool} keeps. */
export default async function answer({ input, format }: RenderTask): Promise<RenderAnswer> {
  try {
    return { file: await renderExport(input, format) };
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    const { code, detail, errors = [] } = error;
    return { problem: { code, detail, errors } };
  }
}
