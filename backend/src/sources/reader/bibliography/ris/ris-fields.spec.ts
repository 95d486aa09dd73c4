import { readBibliography } from '../read-bibliography';

/** The record of a type with these tags, without what every record has. */
function read(type: string, ...tags: string[]) {
  const text = ['TY  - ' + type, 'TI  - T', ...tags.map((tag) => tag.replace(' ', '  - '))];
  const [draft] = readBibliography(text.join('\n'), 'ris', 'en').drafts;
  const { id: _, type: __, title: ___, ...facts } = draft?.csl ?? { id: '', type: '' };
  return facts;
}

describe('what tags of RIS say in records of different types', () => {
  it.each<[string, string, string[], Record<string, unknown>]>([
    [
      'a degree and a department',
      'THES',
      ['T2 Department of Memory', 'VL PhD', 'PB University of Sleep'],
      { division: 'Department of Memory', genre: 'PhD', publisher: 'University of Sleep' },
    ],
    [
      'a department that gave out a thesis',
      'THES',
      ['T2 Department of Memory'],
      { publisher: 'Department of Memory' },
    ],
    ['the short title of a book', 'BOOK', ['J2 Slp.'], { 'title-short': 'Slp.' }],
    [
      'the parts of a work in several volumes',
      'ANCIENT',
      ['T2 Works', 'T3 Letters'],
      { 'container-title': 'Works', 'volume-title': 'Letters' },
    ],
    [
      'the number of a report in its series',
      'RPRT',
      ['T2 Papers', 'NV 7', 'M1 12'],
      { 'collection-title': 'Papers', 'collection-number': '7', number: '12' },
    ],
    [
      'the size of a picture',
      'FIGURE',
      ['VL 20 cm', 'ET 2'],
      { dimensions: '20 cm', version: '2' },
    ],
    ['what a map looks like', 'MAP', ['SP one sheet'], { dimensions: 'one sheet' }],
    ['the pages of a site', 'ELEC', ['SP 3', 'EP 9'], { page: '3-9' }],
    ['how long a film is', 'MPCT', ['SP ninety minutes'], { dimensions: 'ninety minutes' }],
    ['the pages of a draft', 'UNPB', ['SP 1-20'], { page: '1-20' }],
    ['who issued a rule', 'LEGAL', ['A2 Office, Some'], { authority: 'Office, Some' }],
    ['what a patent is based on', 'PAT', ['OP 12-34'], { issue: '12-34' }],
    ['a country with its law', 'STAT', ['CY Utopia'], { jurisdiction: 'Utopia' }],
    ['a date in words', 'JOUR', ['DA spring', 'PY in press'], { issued: { literal: 'in press' } }],
    [
      'an address without a scheme',
      'WEB',
      ['UR www.example.org/a'],
      { URL: 'https://www.example.org/a' },
    ],
    ['no link where there is no address', 'WEB', ['UR see the library'], {}],
  ])('reads %s', (_, type, tags, facts) => {
    expect(read(type, ...tags)).toEqual(facts);
  });

  it.each([
    ['when a page was read', 'WEB', ['VL 2019', 'M1 May 3', 'SP a homepage']],
    ['when an article appeared online', 'JOUR', ['ET 2019 May']],
    ['how a court went on', 'CASE', ['ET reversed', 'T3 affirmed']],
    ['where a newspaper article starts', 'NEWS', ['M1 3']],
    ['how a patent is classed', 'PAT', ['ET G01N', 'T3 Another title']],
  ])('does not take %s for a number, an edition or a series', (_, type, tags) => {
    const { dimensions: __, ...others } = read(type, ...tags);
    expect(others).toEqual({});
  });

  it('takes a recording for the performers’, of what its composer wrote', () => {
    expect(read('SOUND', 'AU Poe, Ann', 'A2 Roe, Richard')).toEqual({
      author: [{ family: 'Roe', given: 'Richard' }],
      composer: [{ family: 'Poe', given: 'Ann' }],
    });
    expect(read('SOUND', 'AU Poe, Ann')).toEqual({ author: [{ family: 'Poe', given: 'Ann' }] });
    expect(read('MUSIC', 'AU Poe, Ann', 'A2 Roe, Richard')).toMatchObject({
      author: [{ family: 'Poe', given: 'Ann' }],
      editor: [{ family: 'Roe', given: 'Richard' }],
    });
  });

  it('names a whole journal where only its parts’ field does', () => {
    const [draft] = readBibliography(
      'TY  - JFULL\nJF  - Sleep Letters\nVL  - 3',
      'ris',
      'en',
    ).drafts;
    expect(draft?.csl).toMatchObject({ title: 'Sleep Letters', volume: '3' });
    expect(draft?.csl['container-title']).toBeUndefined();
  });

  it('knows a letter by its being one, and whom it was to', () => {
    const text = 'TY  - PCOMM\nAU  - Poe, Ann\nA2  - Roe, Richard\nPY  - 1920';
    const titles = (['de', 'uk'] as const).map(
      (language) => readBibliography(text, 'ris', language).drafts[0]?.csl.title,
    );
    expect(titles).toEqual(['Persönliche Mitteilung', 'Особисте повідомлення']);
    expect(readBibliography(text, 'ris', 'en').drafts[0]?.csl).toMatchObject({
      recipient: [{ family: 'Roe', given: 'Richard' }],
    });
    const nobody = readBibliography('TY  - PCOMM\nPY  - 1920', 'ris', 'en');
    expect(nobody.refused).toHaveLength(1);
  });

  it('finds the edition where ProCite has it', () => {
    const ours = 'N1 Record ID: 5';
    expect(read('ART', ours, 'VL 2nd', 'M1 Oil')).toEqual({ edition: '2nd', genre: 'Oil' });
    expect(read('ADVS', ours, 'VL 2nd', 'IS 4')).toEqual({ edition: '2nd', volume: '4' });
    expect(read('MUSIC', ours, 'VL 2nd', 'IS 4')).toEqual({ edition: '2nd', volume: '4' });
    expect(read('MAP', ours, 'N1 Scale: 1:100')).toEqual({ scale: '1:100' });
    expect(read('RPRT', ours, 'VL R-12')).toEqual({ number: 'R-12' });
  });
});
