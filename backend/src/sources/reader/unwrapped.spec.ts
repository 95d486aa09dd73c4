import { unwrapped } from './unwrapped';

const WRAPPED = [
  'Rules for papers',
  '',
  'The text of a paper is set in a typeface that is',
  'easy to read, such as one of those named by Times',
  'New Roman and its like; its lines stand far enough',
  'apart, and its margins are wide enough for the re-',
  'marks of a reader.',
  '- a list begins with a mark that tells its items',
  '- and each of its items stays a line of its own',
];

describe('lines that were broken at a width', () => {
  it('are joined to paragraphs, words broken at a hyphen too', () => {
    expect(unwrapped(WRAPPED)).toEqual([
      ...['Rules for papers', ''],
      'The text of a paper is set in a typeface that is easy to read, such as one of those named ' +
        'by Times New Roman and its like; its lines stand far enough apart, and its margins are ' +
        'wide enough for the remarks of a reader.',
      '- a list begins with a mark that tells its items',
      '- and each of its items stays a line of its own',
    ]);
  });

  it.each([
    [['Margins: 2 cm', 'Font: Arial', 'Size: 12']],
    [['A paragraph that is a line of its own. '.repeat(9), 'and one more '.repeat(20)]],
    [['Title page', 'Contents', 'A chapter that needs a long name, as some have to', 'Index']],
  ])('are told from lines that are paragraphs: %j', (lines) => {
    expect(unwrapped(lines)).toEqual(lines.map((line) => line.trimEnd()));
  });
});
