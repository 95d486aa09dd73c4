import { keyStem } from '../../../csl/source-keys';
import { readBibliography } from '../read-bibliography';

const read = (text: string) => readBibliography(text, 'bibtex', 'en');
const first = (text: string) => read(text).drafts[0]?.csl;

describe('what fields of BibTeX say', () => {
  it.each([
    [
      'a full and an abbreviated journal',
      'journal={J. Full}, fjournal={Journal in Full}',
      { 'container-title': 'Journal in Full', 'container-title-short': 'J. Full' },
    ],
    ['several ranges of pages', 'pages={1--5, 10--12}', { page: '1-5, 10-12' }],
    [
      'accents on dotless letters',
      String.raw`author={Pe{\v{r}}{\'{\i}}na, Jan}`,
      { author: [{ family: 'Peřína', given: 'Jan' }] },
    ],
    [
      'an organisation without braces',
      'author={Institute for Slow Reading and Doe, Jane}',
      {
        author: [{ literal: 'Institute for Slow Reading' }, { family: 'Doe', given: 'Jane' }],
      },
    ],
    [
      'initials without stops, but not where all is in capitals',
      'author={JB Roe and POE, ANN and Lee, KC}',
      {
        author: [
          { family: 'Roe', given: 'J. B.' },
          { family: 'POE', given: 'ANN' },
          { family: 'Lee', given: 'K. C.' },
        ],
      },
    ],
    [
      'backslashes that were doubled',
      String.raw`publisher={Caf\\'e R\\&D}, author={Swe{\\i}n, Ann and M\\"{u}ller, Jan}`,
      {
        publisher: 'Café R&D',
        author: [
          { family: 'Sweın', given: 'Ann' },
          { family: 'Müller', given: 'Jan' },
        ],
      },
    ],
    ['lines broken by force', String.raw`note={One\\two\\[2pt]three}`, { note: 'One two three' }],
    [
      'addresses as they are',
      String.raw`url={www.example.org/a_b}`,
      { URL: 'https://www.example.org/a_b' },
    ],
    [
      'somebody written small',
      'author={bell hooks}',
      { author: [{ family: 'hooks', given: 'bell' }] },
    ],
    [
      'a preprint',
      'eprint={2001.01234}, archiveprefix={arXiv}',
      { archive: 'arXiv', archive_location: '2001.01234' },
    ],
    [
      'names in parts',
      'author={family=Berg, given=Jan, prefix=van den, useprefix=true}',
      { author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }] },
    ],
    [
      'a suffix between family and given name',
      'author={Doe, Jr., John}',
      { author: [{ family: 'Doe', given: 'John', suffix: 'Jr.' }] },
    ],
    [
      'what Better BibTeX writes',
      `shorttitle={T}, date={2019-05/2019-07}, journaltitle={Journal of Things}, shortjournal={J.Th.},
        langid={ngerman}, urldate={2020-01-02}, url={https://example.org/a_b}, number={4},
        file={/home/me/x.pdf}, keywords={one,two}, issn={1234-5678}`,
      {
        'title-short': 'T',
        issued: {
          'date-parts': [
            [2019, 5],
            [2019, 7],
          ],
        },
        'container-title': 'Journal of Things',
        'container-title-short': 'J.Th.',
        language: 'ngerman',
        accessed: { 'date-parts': [[2020, 1, 2]] },
        URL: 'https://example.org/a_b',
        issue: '4',
        keyword: 'one,two',
        ISSN: '1234-5678',
      },
    ],
  ])('reads %s', (_, fields, facts) => {
    expect(first(`@article{x, title={T}, ${fields}}`)).toMatchObject(facts);
  });

  it('tells where a conference was from where its papers were published', () => {
    const paper = '@inproceedings{x, title={T}, address={Here}, location={There}}';
    expect(first(paper)).toMatchObject({ 'publisher-place': 'Here', 'event-place': 'There' });
  });

  it('does not take a volume for a part of itself', () => {
    const csl = first('@proceedings{x, title={Days of Sleep}, booktitle={Days of Sleep}}');
    expect(csl).toMatchObject({ title: 'Days of Sleep' });
    expect(csl?.['container-title']).toBeUndefined();
  });

  it('shares fields by xdata, in circles as well', () => {
    const { drafts, refused } = read(`
      @xdata{press, publisher={Press}, xdata={city}}
      @xdata{city, location={Lviv}, publisher={Not this}, xdata={press, city}}
      @book{x, title={T}, xdata={press}}
      @book{self, title={Self}, xdata={self}, crossref={self}}`);
    expect(refused).toEqual([]);
    expect(drafts.map(({ csl }) => csl)).toMatchObject([
      { title: 'T', publisher: 'Press', 'publisher-place': 'Lviv' },
      { title: 'Self' },
    ]);
  });

  it('does not take a part for its whole', () => {
    const { drafts } = read(`
      @incollection{part, title={Part}, crossref={whole}}
      @collection{whole, title={Whole}, doi={10.1000/1}, abstract={On all.}, note={Gift},
        publisher={Press}, isbn={9783161484100}, editor={Roe, R.}, year=2001}`);
    expect(drafts[0]?.csl).toEqual({
      id: '',
      type: 'chapter',
      'citation-key': 'part',
      title: 'Part',
      'container-title': 'Whole',
      publisher: 'Press',
      ISBN: '9783161484100',
      editor: [{ family: 'Roe', given: 'R.' }],
      issued: { 'date-parts': [[2001]] },
    });
    expect(drafts[0]?.passages).toEqual([]);
  });

  it('does not multiply what thousands of entries share', () => {
    const long = 'words {of} it '.repeat(12_000);
    const parts = Array.from(
      { length: 4000 },
      (_, index) => `@inbook{c${String(index)}, title={T}, crossref={p}, xdata={x}}`,
    );
    const shared = `@book{p, title={P}, series={${long}}}\n@xdata{x, edition={${long}}, volume=3}`;
    const started = performance.now();
    const { drafts, refused } = read(`${shared}\n${parts.join('\n')}`);
    expect(refused).toEqual([]);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(drafts.at(-1)?.csl).toMatchObject({ title: 'T', 'container-title': 'P' });
    expect(drafts.at(-1)?.csl.edition).toBeUndefined();
  });

  it('ends early with abbreviations that stand for each other without end', () => {
    const name = (index: number) => `a${'x'.repeat(index % 7)}${String(index)}`;
    const strings = Array.from(
      { length: 3000 },
      (_, index) => `@string{${name(index + 1)} = ${name(index)} # ${name(index)}}`,
    );
    const started = performance.now();
    const { drafts, refused } = read(
      [
        `@string{${name(0)} = "ha"}`,
        ...strings,
        `@book{ok, title={T}, publisher=${name(2)}}`,
        `@book{many, title = ${Array<string>(3000).fill(name(10)).join(' # ')}}`,
      ].join('\n'),
    );
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(drafts[0]?.csl).toMatchObject({ title: 'T', publisher: 'hahahaha' });
    expect(refused.at(-1)).toMatchObject({
      entry: 'many',
      reason: expect.stringContaining('abbreviations') as unknown,
    });
  });

  it('says of an entry that is longer than any work’s that it is', () => {
    const { drafts, refused } = read(
      `@book{huge, title={T}, abstract={${'word '.repeat(500_000)}}}\n@book{ok, title={Ok}}`,
    );
    expect(drafts.map(({ csl }) => csl.title)).toEqual(['Ok']);
    expect(refused).toMatchObject([
      { entry: 'huge', reason: expect.stringMatching(/longer/) as unknown },
    ]);
  });

  it('keeps titles from right to left, and makes them keys', () => {
    const arabic = first('@book{x, title={ذاكرة التعلم}, author={محفوظ, نجيب}, year={1999}}');
    expect(arabic).toMatchObject({
      title: 'ذاكرة التعلم',
      author: [{ family: 'محفوظ', given: 'نجيب' }],
    });
    expect(keyStem(arabic ?? { id: '', type: 'book' }, 'en')).toMatch(/^[a-z]{3,}1999$/);
    expect(first('@book{x, title={זיכרון ולמידה}}')?.title).toBe('זיכרון ולמידה');
  });
});
