import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { annotated, type Piece } from './annotated-pieces';
import { LanguageTool, ProofreadFailure, type ProofreadMatch } from './language-tool';

/** For a whole document; what is left is unchecked, and taken up by the next call. */
const PATIENCE_MS = 20_000;
const AT_ONCE = 3;
const REMEMBERED = 1000;

export interface ProofreadPiece {
  piece: Piece;
  matches: readonly ProofreadMatch[];
}

export interface Proofread {
  /** In the order of the text. */
  pieces: ProofreadPiece[];
  /** Why not all of them are there; null when they are. */
  failure: string | null;
}

const keyOf = (language: string, { text }: Piece): string =>
  createHash('sha256').update(`${language} ${text}`).digest('base64');

/** Has a text proofread piece by piece; what has not changed is not sent again. */
@Injectable()
export class Proofreader {
  private readonly known = new LRUCache<string, readonly ProofreadMatch[]>({ max: REMEMBERED });

  constructor(private readonly tool: LanguageTool) {}

  async read(pieces: readonly Piece[], language: string): Promise<Proofread> {
    const done = new Map<Piece, readonly ProofreadMatch[]>();
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const queue = pieces.values();
    let failure: string | null = null;
    const work = async () => {
      for (const piece of queue) {
        if (signal.aborted) return;
        done.set(piece, await this.matches(piece, language, signal));
      }
    };
    const workers = Array.from({ length: AT_ONCE }, () =>
      work().catch((error: unknown) => {
        // one piece refused, the others would be as well
        if (!stop.signal.aborted) failure ??= reasonOf(error, signal);
        stop.abort();
      }),
    );
    await Promise.all(workers);
    if (done.size < pieces.length) failure ??= TOO_SLOW;
    const read = pieces.flatMap((piece) => {
      const matches = done.get(piece);
      return matches === undefined ? [] : [{ piece, matches }];
    });
    return { pieces: read, failure };
  }

  private async matches(piece: Piece, language: string, signal: AbortSignal) {
    const key = keyOf(language, piece);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const matches = await this.tool.check(annotated(piece.text), language, signal);
    this.known.set(key, matches);
    return matches;
  }
}

const TOO_SLOW = 'The proofreading service did not get through the whole text in time.';

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof ProofreadFailure) return error.message;
  if (signal.aborted) return TOO_SLOW;
  throw error;
}
