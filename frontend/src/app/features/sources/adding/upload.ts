import type { ImportReport } from '../../../api/generated/models';
import type { Merge } from '../merging/merge';
import { type Problem, passes } from '../../../core/problem/problem';

/** Larger files are refused by the server; to send one there would only cost its owner time. */
const MAX_BYTES = 20 * 1024 * 1024;

/** `reading`: all bytes are over, and the server takes the file apart. */
export type UploadState = 'waiting' | 'sending' | 'reading' | 'done' | 'failed' | 'cancelled';

/** What can be seen of a file before it is sent. */
export type Refusal = 'empty' | 'tooLarge';

export interface Upload {
  id: number;
  name: string;
  size: number;
  state: UploadState;
  percent: number;
  report: ImportReport | null;
  merges: readonly Merge[];
  refusal: Refusal | null;
  problem: Problem | null;
}

const refusalOf = ({ size }: File): Refusal | null => {
  if (size === 0) return 'empty';
  return size > MAX_BYTES ? 'tooLarge' : null;
};

export function newUpload(id: number, file: File): Upload {
  const { name, size } = file;
  const refusal = refusalOf(file);
  const state = refusal === null ? 'waiting' : 'failed';
  return { id, name, size, state, percent: 0, report: null, merges: [], refusal, problem: null };
}

export const isSettled = ({ state }: Upload): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled';

/** Once all bytes are over, the server takes the file in whether one waits for that or not. */
export const isStoppable = ({ state }: Upload): boolean =>
  state === 'waiting' || state === 'sending';

/** The same file may be taken in another time; one that was refused has to be mended first. */
export const isRepeatable = ({ state, problem }: Upload): boolean =>
  state === 'cancelled' || (problem !== null && passes(problem));

/** Something of it was not taken in, and somebody should look. */
export const isTroubled = ({ state, report }: Upload): boolean =>
  state === 'failed' || state === 'cancelled' || (report?.refused.length ?? 0) > 0;
