import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import type { CslItem, CslName } from '../csl/csl-item';
import { DATE_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES } from '../csl/variables';
import { type BiblatexEntry, classicEntry } from './classic-bibtex';
import { toLatex } from './latex';

/** Variables that BibTeX takes as they are, without commands. */
const VERBATIM = new Set(['DOI', 'URL', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'language']);

// accents as they are: every program of today reads UTF-8, and not every letter has a command
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false });

/** An `and` and a comma would part one name into several. */
const braced = (text: string): string => (/,|\sand\s/i.test(text) ? `{${text}}` : text);

function toName(name: CslName): CslName {
  if (name.literal !== undefined) return { family: toLatex(name.literal) };
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean);
  const family = braced(toLatex(name.family ?? ''));
  const parts: CslName =
    particles.length === 0 && name.given === undefined
      ? { family }
      : { family, given: braced(toLatex(name.given ?? '')) };
  if (particles.length > 0) parts['non-dropping-particle'] = toLatex(particles.join(' '));
  if (name.suffix !== undefined) parts.suffix = braced(toLatex(name.suffix));
  return parts;
}

const pages = (text: string): string => text.replace(/(?<=\d)-(?=\d)/g, '--');

/** The item with its texts in LaTeX, which the library writes without a look at them. */
function inLatex(item: CslItem): Record<string, unknown> {
  const { id, type, ...rest } = item;
  const latex: Record<string, unknown> = { id, type, 'citation-key': id };
  for (const variable of TEXT_VARIABLES) {
    const text = rest[variable];
    if (text === undefined || variable === 'citation-key') continue;
    latex[variable] = VERBATIM.has(variable) ? text : toLatex(text);
  }
  for (const variable of NAME_VARIABLES) {
    const names = rest[variable];
    if (names !== undefined) latex[variable] = names.map(toName);
  }
  for (const variable of DATE_VARIABLES) {
    if (rest[variable] !== undefined) latex[variable] = rest[variable];
  }
  if (rest.page !== undefined) latex['page'] = pages(toLatex(rest.page));
  return latex;
}

/** Where a preprint is kept, which the library has no field for. */
const archived = ({ archive, archive_location: number }: CslItem): Record<string, string> =>
  archive === undefined || number === undefined
    ? {}
    : { eprint: number, eprinttype: archive === 'arXiv' ? 'arxiv' : toLatex(archive) };

/** The item as an entry of BibTeX, its key the label. */
export function toBibtex(item: CslItem): string {
  const options = { format: 'object' } as const;
  const [entry] = plugins.output.format('biblatex', [inLatex(item)], options) as BiblatexEntry[];
  const { type = 'misc', label = '', properties = {} } = entry ?? {};
  // the library writes the date of access into an empty note as well
  if (item.note === undefined) Reflect.deleteProperty(properties, 'note');
  return classicEntry({ type, label, properties: { ...properties, ...archived(item) } }, item);
}
