import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { creatorsOf, displayName, yearOf } from '../csl/bibliographic-facts';
import { plainText } from '../csl/clean-text';
import type { CslItem } from '../csl/csl-item';
import { doiIdentity, identityOf, workIdentity } from '../csl/identity';
import type { Candidate, FoundWorks } from '../dto/found-works';
import type { WorkQuery } from '../dto/work-query';
import { Patience } from './patience';
import { type FoundWork, type GivenAnswer, ProviderChain, worksIn } from './provider-chain';

const NOBODY_ASKED =
  'This installation asks no service about published works. Add works by a file of references.';

const MAX_TITLE = 1000;

/** Everything by which a record can be recognised. */
const identities = (csl: CslItem) => [doiIdentity(csl), workIdentity(csl)];

/** One of each work: the first provider that found it speaks for it. */
function distinct(works: readonly FoundWork[]): FoundWork[] {
  const seen = new Set<string>();
  return works.filter(({ csl }) => {
    const identity = identityOf(csl);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function toCandidate(
  { csl, provider, retracted }: FoundWork,
  known: ReadonlySet<unknown>,
): Candidate {
  return {
    title: plainText(csl.title ?? '', MAX_TITLE),
    authors: creatorsOf(csl).map(displayName),
    year: yearOf(csl),
    type: csl.type,
    container: csl['container-title'] ?? null,
    doi: csl.DOI ?? null,
    provider,
    retracted,
    alreadyInLibrary: identities(csl).some((one) => one !== undefined && known.has(one)),
  };
}

function toAsked({ provider, answer }: GivenAnswer): FoundWorks['asked'][number] {
  const found = answer.kind === 'found' ? answer.works.length : 0;
  return { provider, outcome: answer.kind, found };
}

/** Looks for works by words. */
@Injectable()
export class WorkSearch {
  constructor(private readonly chain: ProviderChain) {}

  /**
   * @param library records that the document has
   * @throws ProblemException NO_PROVIDERS
   */
  async find(
    { query, author, year, limit }: WorkQuery,
    library: readonly CslItem[],
  ): Promise<FoundWorks> {
    if (this.chain.empty) throw new ProblemException('NO_PROVIDERS', NOBODY_ASKED);
    const answers = await this.chain.search(
      {
        kind: 'words',
        words: query,
        limit,
        ...(author !== undefined && { author }),
        ...(year !== undefined && { year }),
      },
      Patience.ofPerson(),
      (works) => distinct(works).length >= limit,
    );
    const known = new Set(library.flatMap(identities));
    const works = distinct(worksIn(answers)).slice(0, limit);
    return { items: works.map((work) => toCandidate(work, known)), asked: answers.map(toAsked) };
  }
}
