import { createRequire } from 'node:module';
import type { ErrorCode } from '../common';
import { type FieldError, ProblemException } from '../common/problem';
import type { RuleOutcome } from './compliance/outcome';
import type { ExportFormat, FileFormat } from './export-format';
import type { ExportInput } from './model/export-input';
import { renderExport } from './render-export';

const load = createRequire(__filename);

interface MakeTask {
  input: ExportInput;
  format: FileFormat;
}

interface CheckTask {
  input: ExportInput;
  format: ExportFormat;
  check: Uint8Array;
}

/** To make a file, or to check one that was made. */
export type RenderTask = MakeTask | CheckTask;

/** Problems are passed as data, because an exception loses its class between threads. */
export type RenderAnswer =
  | { file: Uint8Array }
  | { outcomes: RuleOutcome[] }
  | { problem: { code: ErrorCode; detail: string; errors: readonly FieldError[] } };

/** The entry of the worker threads that {@link RenderPool} keeps. */
export default async function answer(task: RenderTask): Promise<RenderAnswer> {
  try {
    if (!('check' in task)) return { file: await renderExport(task.input, task.format) };
    const { checkExport } = load(
      './compliance/check-export',
    ) as typeof import('./compliance/check-export');
    return { outcomes: await checkExport(task.check, task.input, task.format) };
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    const { code, detail, errors = [] } = error;
    return { problem: { code, detail, errors } };
  }
}
