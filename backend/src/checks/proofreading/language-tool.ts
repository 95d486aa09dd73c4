import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { boundedText } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import type { Annotation } from './annotated-pieces';

/** What the server answers, as far as it is read (its HTTP API, `POST /v2/check`). */
const Answer = z.object({
  warnings: z.object({ incompleteResults: z.boolean().optional() }).optional(),
  matches: z.array(
    z.object({
      message: z.string(),
      offset: z.int().min(0),
      length: z.int().min(0),
      replacements: z.array(z.object({ value: z.string() })).default([]),
      rule: z.object({ issueType: z.string().optional() }),
    }),
  ),
});

/** What was found; places are in the whole text, markup included, in UTF-16 code units. */
export type ProofreadMatch = z.infer<typeof Answer>['matches'][number];

/** Why a text could not be proofread, in plain words. */
export class ProofreadFailure extends Error {
  override readonly name = 'ProofreadFailure';
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 8 * 1024 * 1024;

const REFUSALS: Record<number, string> = {
  400: 'The proofreading service does not know this language, or cannot read the text.',
  413: 'The proofreading service takes shorter texts only.',
  429: 'The proofreading service is asked too often at the moment.',
};

function read(body: string): ProofreadMatch[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new ProofreadFailure('The proofreading service answers something else.');
  }
  const { data } = Answer.safeParse(json);
  if (data === undefined) {
    throw new ProofreadFailure('The proofreading service answers something else.');
  }
  if (data.warnings?.incompleteResults === true) {
    throw new ProofreadFailure('The proofreading service did not finish in its time.');
  }
  return data.matches;
}

/** A LanguageTool server, over its HTTP API. */
@Injectable()
export class LanguageTool {
  constructor(@Inject(CONFIGURATION) private readonly config: Configuration) {}

  get isConfigured(): boolean {
    return this.config.languageToolUrl !== undefined;
  }

  /** @throws ProofreadFailure; the reason of `signal` */
  async check(
    annotation: readonly Annotation[],
    language: string,
    signal: AbortSignal,
  ): Promise<ProofreadMatch[]> {
    const base = (this.config.languageToolUrl ?? '').replace(/\/*$/, '/');
    const body = new URLSearchParams({ language, data: JSON.stringify({ annotation }) });
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const url = new URL('v2/check', base);
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: timeout,
      });
      if (response.status === 200) return read(await boundedText(response, MAX_BYTES));
      await response.body?.cancel();
      const reason = REFUSALS[response.status] ?? 'The proofreading service is out of order.';
      throw new ProofreadFailure(reason);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ProofreadFailure) throw error;
      throw new ProofreadFailure('The proofreading service does not answer.', { cause: error });
    }
  }
}
