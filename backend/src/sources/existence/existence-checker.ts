import { Injectable } from '@nestjs/common';
import { creatorsOf } from '../csl/bibliographic-facts';
import { plainText } from '../csl/clean-text';
import type { CslItem } from '../csl/csl-item';
import type { ExistenceCheck } from '../dto/existence-check';
import { Patience } from '../providers/patience';
import {
  type FoundWork,
  type GivenAnswer,
  nobodyKnows,
  ProviderChain,
  worksIn,
} from '../providers/provider-chain';
import { MAX_WORDS } from '../providers/question';
import { differencesBetween, hasTellingTitle, isSameWork } from './differences';

type Finding = Omit<ExistenceCheck, 'checkedAt'>;

const NOTHING = { differences: [], provider: null, retracted: null };
/** The right one is among the first, or it is not the one that was described. */
const CANDIDATES = 5;

function compared(yours: CslItem, { csl, provider, retracted }: FoundWork): Finding {
  const differences = differencesBetween(yours, csl);
  const state = differences.length === 0 ? 'verified' : 'differs';
  return { state, differences, provider, retracted };
}

/** What follows when no work was found: only the word of everybody who was asked says “none”. */
const absent = (answers: readonly GivenAnswer[]): Finding => ({
  state: nobodyKnows(answers) ? 'not_found' : 'unchecked',
  ...NOTHING,
});

/** Whether the work that a reference describes exists, and as it is described. */
@Injectable()
export class ExistenceChecker {
  constructor(private readonly chain: ProviderChain) {}

  /** The cheap look-up by DOI first; the dear search only where that leads to nothing. */
  async check(yours: CslItem): Promise<ExistenceCheck> {
    return { ...(await this.find(yours)), checkedAt: new Date().toISOString() };
  }

  private async find(yours: CslItem): Promise<Finding> {
    const patience = Patience.ofPerson();
    const byDoi = yours.DOI === undefined ? [] : await this.byDoi(yours, yours.DOI, patience);
    if (!Array.isArray(byDoi)) return byDoi;
    return this.byWords(yours, byDoi, patience);
  }

  /** @returns what the providers said when none of them knows the DOI */
  private async byDoi(
    yours: CslItem,
    doi: string,
    patience: Patience,
  ): Promise<Finding | GivenAnswer[]> {
    const { work, answers } = await this.chain.lookUp(doi, patience);
    return work === undefined ? answers : compared(yours, work);
  }

  private async byWords(
    yours: CslItem,
    before: readonly GivenAnswer[],
    patience: Patience,
  ): Promise<Finding> {
    const words = plainText(yours.title ?? '', MAX_WORDS);
    const same = ({ csl }: FoundWork) => isSameWork(yours, csl);
    // a wrong author in the reference must not hide the work; only a title of many works needs one
    const author = hasTellingTitle(yours) ? undefined : creatorsOf(yours)[0]?.family;
    const about = author === undefined ? {} : { author };
    const question = { kind: 'words', words, limit: CANDIDATES, ...about } as const;
    const answers = await this.chain.search(question, patience, (works) => works.some(same));
    const work = worksIn(answers).find(same);
    if (work !== undefined) return withUnknownDoi(compared(yours, work), yours, before);
    return absent([...before, ...answers.map(withoutOthers)]);
  }
}

/** Works that were found, but are others, are as good as none. */
const withoutOthers = ({ provider, answer }: GivenAnswer): GivenAnswer => ({
  provider,
  answer: answer.kind === 'found' ? { kind: 'empty' } : answer,
});

/** A DOI that everybody says does not exist is wrong, even where the right one is not known. */
function withUnknownDoi(
  finding: Finding,
  { DOI }: CslItem,
  byDoi: readonly GivenAnswer[],
): Finding {
  const named = finding.differences.some(({ field }) => field === 'doi');
  if (DOI === undefined || named || !nobodyKnows(byDoi)) return finding;
  const difference = { field: 'doi', yours: DOI, theirs: '' } as const;
  return { ...finding, state: 'differs', differences: [difference, ...finding.differences] };
}
