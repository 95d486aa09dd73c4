/** What an upload of a hostile file may be answered with: taken, or refused for a stated reason. */
export const PROPER: ReadonlySet<number> = new Set([201, 400, 413, 415, 422]);

/** What became of one hostile file. */
export interface Outcome {
  file: string;
  status: number;
  code: string | undefined;
  ms: number;
}
