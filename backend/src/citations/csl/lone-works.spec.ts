import CSL from 'citeproc';
import { longThesis } from '../../testing/long-thesis';
import { CITATION_STYLES } from '../citation-styles';
import { parseCitations } from '../parse-citations';
import { CitationFormatter } from './citation-formatter';

jest.setTimeout(120_000);

/** As citeproc has it, before it is changed for the first time. */
const { run: citeprocs } = CSL.Disambiguation.prototype;

const { sections, sources: works } = longThesis(0.12);
const clusters = sections.flatMap(({ content }) => parseCitations(content).clusters);

const { author, issued } = works[1]?.csl as { author: object; issued: object };

/** Some with the author and year of others. */
const sources = works.map(({ key, csl }, index) => ({
  key,
  csl: index % 3 === 0 ? { ...csl, author, issued } : csl,
}));

describe('works that look like no other', () => {
  it.each(CITATION_STYLES)('are cited in %s as if they had been told from others', (style) => {
    const formatted = () => CitationFormatter.create(style, 'en', sources).format(clusters);
    const ours = formatted();
    const { run } = CSL.Disambiguation.prototype;
    expect(run).not.toBe(citeprocs);
    CSL.Disambiguation.prototype.run = citeprocs;
    try {
      expect(formatted()).toEqual(ours);
    } finally {
      CSL.Disambiguation.prototype.run = run;
    }
  });
});
