import CSL from 'citeproc';
import { longThesis } from '../../testing/long-thesis';
import { parseCitations } from '../parse-citations';
import { CitationFormatter } from './citation-formatter';

jest.setTimeout(120_000);

const { sections, sources } = longThesis(0.12);
const cited = sections.flatMap(({ content }) => parseCitations(content).clusters);

/** With works that are cited together, right after each other, and again later. */
const clusters = [...cited, ...cited].map(({ items }, index) => {
  const [others, before] = [cited[(index * 7) % cited.length], cited[(index - 1) % cited.length]];
  return {
    items: [
      ...items,
      ...(index % 5 === 0 ? (others?.items ?? []) : []),
      ...(index % 4 === 0 ? (before?.items ?? []) : []),
    ],
  };
});

describe('notes that are written at once', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(['chicago_notes', 'iso690_it'] as const)('read in %s as one by one', (style) => {
    const formatted = () => CitationFormatter.create(style, 'en', sources).format(clusters);
    const oneByOne = jest.spyOn(CSL.Engine.prototype, 'rebuildProcessorState');
    const atOnce = formatted();
    expect(oneByOne).not.toHaveBeenCalled();
    jest.spyOn(CSL.Engine.prototype, 'restoreProcessorState').mockReturnValue([{}, []]);
    expect(formatted()).toEqual(atOnce);
    expect(oneByOne).toHaveBeenCalledTimes(1);
  });
});
