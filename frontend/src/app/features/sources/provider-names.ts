import type { Candidate } from '../../api/generated/models';

/** The services that know of published works, as they call themselves. */
export const PROVIDER_NAMES: Record<Candidate['provider'], string> = {
  semantic_scholar: 'Semantic Scholar',
  openalex: 'OpenAlex',
  crossref: 'Crossref',
  arxiv: 'arXiv',
};
