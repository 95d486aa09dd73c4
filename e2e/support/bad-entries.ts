import english from '../../frontend/src/i18n/sources/en.json';
import { references, type UploadFile } from './source-files';

type Reason = keyof typeof english.uploads.entry;

/** A file of references whose entries are refused, each for a reason of its own. */
export interface BadEntries {
  file: UploadFile;
  /** Why, in their order; the number of the line where the reason names one. */
  refused: readonly (readonly [Reason, number?])[];
}

const BIBTEX = `@book{fine2001, title={One that is as it should be}, author={Doe, Jane}, year={2001}}
@book{open2002, title={Never closed
@book{comma2003, title={Two fields}
  year={2003}}
@book{sign2004, title {No sign of equality}}
@book{, title={Nothing to name it by}}
@book{latex2005, title={Half a $formula}}
@book{mute2006, year={2006}}
`;

/** What the readers of BibTeX, RIS and CSL-JSON find fault with. */
export const BAD_ENTRIES: readonly BadEntries[] = [
  {
    file: references('entries.bib', BIBTEX),
    refused: [
      ['NOT_CLOSED'],
      ['NO_COMMA_OR_BRACE', 4],
      ['NO_EQUALS_SIGN', 5],
      ['NO_KEY', 6],
      ['LATEX'],
      ['NO_TITLE'],
    ],
  },
  {
    file: references('entries.ris', 'TY  - BOOK\nAU  - Doe, Jane\nER  - \n'),
    refused: [['NO_TITLE']],
  },
  {
    file: references('entries.json', '["no item", {"id": "mute", "type": "book"}]'),
    refused: [['NOT_CSL'], ['NO_TITLE']],
  },
];

/** A reason as the app tells it. @param entry its texts in one language */
export const told = (entry: Record<Reason, string>, [code, line]: readonly [Reason, number?]) =>
  entry[code].replace('{{n}}', String(line));
