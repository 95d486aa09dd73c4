import CSL from 'citeproc';
import { longThesis } from '../../testing/long-thesis';
import { CITATION_STYLES } from '../citation-styles';
import { parseCitations } from '../parse-citations';
import { CitationFormatter } from './citation-formatter';

jest.setTimeout(120_000);

/** What is changed, as citeproc has it before it is changed for the first time. */
const changed = () => ({
  run: CSL.Disambiguation.prototype.run,
  nameRegister: CSL.Registry.NameReg,
  flipFlopper: CSL.Util.FlipFlopper,
  sortCompare: CSL.getSortCompare,
  top: CSL.Stack.prototype.value,
  step: CSL.tokenExec,
  blob: CSL.Blob,
  lowerCase: CSL.toLocaleLowerCase,
  upperCase: CSL.toLocaleUpperCase,
  title: CSL.Output.Formatters.title,
  initials: CSL.Util.Names.initializeWith,
  braces: CSL.checkNestedBrace,
});
type Changed = ReturnType<typeof changed>;
const citeprocs = changed();

function put(changes: Changed): void {
  CSL.Disambiguation.prototype.run = changes.run;
  CSL.Registry.NameReg = changes.nameRegister;
  CSL.Util.FlipFlopper = changes.flipFlopper;
  CSL.getSortCompare = changes.sortCompare;
  CSL.Stack.prototype.value = changes.top;
  CSL.tokenExec = changes.step;
  CSL.Blob = changes.blob;
  CSL.toLocaleLowerCase = changes.lowerCase;
  CSL.toLocaleUpperCase = changes.upperCase;
  CSL.Output.Formatters.title = changes.title;
  CSL.Util.Names.initializeWith = changes.initials;
  CSL.checkNestedBrace = changes.braces;
}

const { sections, sources: works } = longThesis(0.12);
const clusters = sections.flatMap(({ content }) => parseCitations(content).clusters);

const { author, issued } = works[1]?.csl as { author: object; issued: object };

const TITLES = [
  `"Quoted" at the start, 'inner' later`,
  'An “English”, a «French» and a „German“ quotation',
  'Of <i>Homo sapiens</i>, CO<sub>2</sub> and <b>what else</b>',
  'L’Italia dell’Ottocento, the authors’ rock ’n’ roll',
  `It's the (“first”) and ("second") of 'em`,
  'Not a tag: 3 < 4 > 2 & more',
  'No quotation at all: only punctuation; and, words?',
  '« Le monde » et ‹ le reste ›',
  'An acute ´ alone',
  'An ‚inner´ quotation as in Czech',
];
const FAMILIES = ['Öberg', 'Zola', '[anonymous]', 'de la Cruz', 'Ćosić', '10 Downing', 'ĺ', 'İnci'];

/** Some with the author and year of others, some with marks in their titles, some hard to sort. */
const sources = works.map(({ key, csl }, index) => {
  const title = TITLES[index % (TITLES.length + 2)];
  const family = FAMILIES[index % (FAMILIES.length + 3)];
  return {
    key,
    csl: {
      ...csl,
      ...(title !== undefined && { title }),
      ...(family !== undefined && { author: [{ family, given: `A’dam B. ${String(index)}` }] }),
      ...(index % 3 === 0 && { author, issued }),
    },
  };
});

describe('work that citeproc is spared', () => {
  const others = ['uk', 'it', 'de', 'fr', 'es', 'cs'] as const;
  const cases = CITATION_STYLES.flatMap((style, index) =>
    (['en', others[index % others.length] ?? 'en'] as const).map(
      (language) => [style, language] as const,
    ),
  );

  it.each(cases)('changes nothing in %s (%s)', (style, language) => {
    const formatted = () => CitationFormatter.create(style, language, sources).format(clusters);
    const ours = formatted();
    const sparing = changed();
    for (const [name, change] of Object.entries(sparing)) {
      expect(change).not.toBe(citeprocs[name as keyof Changed]);
    }
    put(citeprocs);
    try {
      expect(formatted()).toEqual(ours);
    } finally {
      put(sparing);
    }
  });
});
