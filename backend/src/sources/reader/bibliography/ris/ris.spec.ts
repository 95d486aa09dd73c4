import fc from 'fast-check';
import { readBibliography } from '../read-bibliography';

const read = (text: string) => readBibliography(text, 'ris', 'en');

const ARTICLE = `TY  - JOUR
AU  - Roediger, Henry L., III
AU  - Karpicke, J. D.
AU  - World Health Organization
TI  - Test-enhanced learning &amp; memory:
      taking memory tests
PY  - 2006/03/01/
JO  - Psychological Science
VL  - 17
SP  - 249
EP  - 255
AB  - Tests  - or quizzes - help. They do.
KW  - testing
KW  - memory
DO  - doi:10.1111/J.1467-9280.2006.01693.x
ER  -
`;

describe('reading RIS', () => {
  it('reads an article with continued lines and dashes in its text', () => {
    const [draft] = read(ARTICLE).drafts;
    expect(draft?.csl).toEqual({
      id: '',
      type: 'article-journal',
      title: 'Test-enhanced learning & memory: taking memory tests',
      author: [
        { family: 'Roediger', given: 'Henry L.', suffix: 'III' },
        { family: 'Karpicke', given: 'J. D.' },
        { literal: 'World Health Organization' },
      ],
      issued: { 'date-parts': [[2006, 3, 1]] },
      'container-title': 'Psychological Science',
      volume: '17',
      page: '249-255',
      abstract: 'Tests - or quizzes - help. They do.',
      keyword: 'testing,memory',
      DOI: '10.1111/J.1467-9280.2006.01693.x',
    });
  });

  it('ends a record whose end is missing where the next begins', () => {
    const text = 'TY  - BOOK\nT1  - Перша\nA1  - Ковальчук, Олена\nTY  - BOOK\nT1  - Друга\n';
    expect(read(text).drafts.map(({ csl, line }) => [csl.title, line])).toEqual([
      ['Перша', 1],
      ['Друга', 4],
    ]);
  });

  it('says of a record without a title where it stands', () => {
    const { drafts, refused } = read(`TY  - BOOK\nER  - \n\n${ARTICLE}`);
    expect(drafts).toHaveLength(1);
    expect(refused).toMatchObject([{ line: 1, entry: null, code: 'NO_TITLE' }]);
  });

  it('never fails on any text after a sound record', () => {
    const piece = fc.constantFrom(
      'TY  - JOUR',
      'TY  - ',
      'ER  - ',
      'AU  - a,b,c,d',
      'PY  - x',
      'DO  - x',
      'KW  - ',
      'T1  - T',
      'SP  - ',
      'Y1  - ////',
      'ZZ  - z',
      '  - ',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => {
        expect(read(`${ARTICLE}${lines.join('\n')}`).drafts.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['line ends of Windows', '\r\n'],
    ['line ends of old Macs', '\r'],
  ])('reads %s, a byte order mark before them', (_, end) => {
    const text = `\ufeff${ARTICLE.replaceAll('\n', end)}`;
    expect(read(text).drafts.map(({ csl, line }) => [csl.volume, line])).toEqual([['17', 1]]);
  });

  it.each([
    ['TY  - JOUR\nTI  - T\nJF  - Full Name\nJO  - F. N.', 'Full Name', 'F. N.'],
    ['TY  - JOUR\nTI  - T\nJO  - Journal Name', 'Journal Name', undefined],
    ['TY  - JOUR\nTI  - T\nT2  - Full Name\nJA  - Fu. N.', 'Full Name', 'Fu. N.'],
    ['TY  - CHAP\nTI  - T\nBT  - A book', 'A book', undefined],
    ['TY  - CONF\nTI  - T\nT2  - A meeting\nC3  - Its proceedings', 'Its proceedings', undefined],
    ['TY  - CPAPER\nTI  - T\nT2  - A meeting', 'A meeting', undefined],
  ])('knows what the work is part of (%#)', (text, container, short) => {
    const { csl } = read(text).drafts[0] ?? {};
    expect([csl?.['container-title'], csl?.['container-title-short']]).toEqual([container, short]);
  });

  it.each([
    ['PY  - 2014\nDA  - 2014/06/02', [2014, 6, 2]],
    ['Y1  - 1900/01/01\nDA  - 1950/03', [1950, 3]],
    ['PY  - 2020\nDA  - 12 May', [2020, 5, 12]],
    ['PY  - 2020///Spring', [2020]],
    ['DA  - 2021-11-30', [2021, 11, 30]],
    ['Y1  - 1998', [1998]],
  ])('finds the date in %j', (tags, parts) => {
    const { csl } = read(`TY  - JOUR\nTI  - T\n${tags}`).drafts[0] ?? {};
    expect(csl?.issued).toEqual({ 'date-parts': [parts] });
  });

  it('takes people for what they were to a work of its type', () => {
    const people =
      'TI  - T\nA1  - One, A.\nAU  - Two, B.\nA2  - Three, C.\nA3  - Four, D.\nA4  - Five, E.';
    const of = (type: string) => read(`TY  - ${type}\n${people}`).drafts[0]?.csl;
    const families = (names: readonly { family?: string }[] = []) => names.map((one) => one.family);
    expect(families(of('JOUR')?.author)).toEqual(['One', 'Two']);
    expect(families(of('CHAP')?.editor)).toEqual(['Three']);
    expect(families(of('BOOK')?.editor)).toEqual(['Four']);
    expect(families(of('BOOK')?.['collection-editor'])).toEqual(['Three']);
    expect(families(of('BOOK')?.translator)).toEqual(['Five']);
    expect(families(of('EDBOOK')?.editor)).toEqual(['Two', 'Four']);
    expect(families(of('THES')?.contributor)).toEqual(['Three', 'Four']);
  });

  it('keeps every note and keyword, whatever parts them', () => {
    const text =
      'TY  - BOOK\nTI  - T\nN1  - First.\nN1  - Second.\nKW  - one; two\nthree\nKW  - four';
    expect(read(text).drafts[0]?.csl).toMatchObject({
      note: 'First.; Second.',
      keyword: 'one,two,three,four',
    });
  });

  it('tells pages of a work from those of a whole book, and ISBN from ISSN by their digits', () => {
    const of = (tags: string) => read(tags).drafts[0]?.csl;
    expect(of('TY  - CHAP\nTI  - T\nSP  - 12\nEP  - 30')).toMatchObject({ page: '12-30' });
    expect(of('TY  - BOOK\nTI  - T\nSP  - 312')).toMatchObject({ 'number-of-pages': '312' });
    expect(of('TY  - CHAP\nTI  - T\nSN  - 978-3-16-148410-0\nSN  - 1234-567X')).toMatchObject({
      ISBN: '978-3-16-148410-0',
      ISSN: '1234-567X',
    });
    expect(of('TY  - RPRT\nTI  - T\nSN  - TR-12')).toMatchObject({ number: 'TR-12' });
  });

  it('finds the facts that ProCite has put into notes', () => {
    const text = `TY  - CHAP
N1  - Record ID: 12
A1  - Doe, Jane
T1  - A part
N1  - Author, Monographic: Richard Roe; Ann Poe
T2  - A whole
VL  - 2nd
N1  - Volume ID: 7
N1  - Connective Phrase: In
N1  - Notes: Read twice
N1  - Binding: Cloth`;
    expect(read(text).drafts[0]?.csl).toMatchObject({
      editor: [
        { family: 'Roe', given: 'Richard' },
        { family: 'Poe', given: 'Ann' },
      ],
      edition: '2nd',
      volume: '7',
      note: 'Read twice; Binding: Cloth',
    });
  });
});
