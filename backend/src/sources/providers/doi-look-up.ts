import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import type { CslItem } from '../csl/csl-item';
import { unfitness } from './fitness';
import { Patience } from './patience';
import { type GivenAnswer, nobodyKnows, ProviderChain } from './provider-chain';

const RETRY_AFTER_SECONDS = 60;

const NOBODY_ASKED =
  'This installation asks no service about published works. Add the work by a file of references.';
const NOBODY_CAN_KNOW =
  'None of the services that this installation asks knows of DOIs of this kind. Add the work by a ' +
  'file of references.';
const UNKNOWN =
  'No service knows a work with this DOI. Look whether it is written right; if it is, add the work ' +
  'by a file of references.';
const UNREACHABLE =
  'The services that could know the work do not answer at the moment, so nothing is known of it. ' +
  'Try again in a minute.';

function notFoundIn(answers: readonly GivenAnswer[]): ProblemException {
  if (answers.length === 0) return new ProblemException('NO_PROVIDERS', NOBODY_CAN_KNOW);
  // one that was not reached could have known it
  if (nobodyKnows(answers)) return new ProblemException('SOURCE_NOT_FOUND', UNKNOWN);
  return new ProblemException('UNAVAILABLE', UNREACHABLE, { retryAfter: RETRY_AFTER_SECONDS });
}

/** Looks up works that are named by their DOI. */
@Injectable()
export class DoiLookUp {
  constructor(private readonly chain: ProviderChain) {}

  /**
   * The record of a work that may be cited.
   * @throws ProblemException NO_PROVIDERS, SOURCE_NOT_FOUND, SOURCE_UNUSABLE, UNAVAILABLE
   */
  async citable(doi: string): Promise<CslItem> {
    if (this.chain.empty) throw new ProblemException('NO_PROVIDERS', NOBODY_ASKED);
    const { work, answers } = await this.chain.lookUp(doi, Patience.ofPerson());
    if (work === undefined) throw notFoundIn(answers);
    const reason = work.retracted ? 'It was retracted.' : unfitness(work.csl);
    if (reason === undefined) return work.csl;
    const title = work.csl.title ?? doi;
    throw new ProblemException('SOURCE_UNUSABLE', `“${title}” was not added. ${reason}`);
  }
}
