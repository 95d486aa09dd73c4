import { czechBreaks } from './czech-syllables';

const parted = (word: string) => {
  const breaks = [0, ...czechBreaks(word), word.length];
  return breaks
    .slice(1)
    .map((end, index) => word.slice(breaks[index], end))
    .join('-');
};

describe('words of Czech', () => {
  it.each([
    'li-te-ra-tu-ra',
    'vzdě-lá-vá-ní',
    'přá-tel-ství',
    'kan-di-dát',
    'cen-trum',
    'kon-stru-kce',
    'me-to-do-lo-gi-e',
    'mu-cho-můr-ka',
    'u-ni-ver-zi-ta',
    'stu-dent',
    'po-ro-zu-mě-ní',
  ])('are parted between syllables: %s', (expected) => {
    const word = expected.replaceAll('-', '');
    // Fewer places than there are syllables are fine, others are not
    const places = (text: string) =>
      [...text.matchAll(/-/g)].map(({ index }, before) => index - before);
    expect(places(expected)).toEqual(expect.arrayContaining(czechBreaks(word)));
    expect(czechBreaks(word).length).toBeGreaterThanOrEqual(places(expected).length - 1);
  });

  it.each([
    ['bezobratlý', 'be-z'],
    ['rozuzlit', 'ro-z'],
    ['nejoblíbenější', 'ne-j'],
    ['trojúhelník', 'tro-j'],
    ['interakce', 'te-r'],
    ['zamluvit', 'zam-'],
    ['vyrvat', 'vyr-'],
    ['polknout', 'pol-'],
    ['zajmout', 'zaj-'],
    ['samomluva', 'mom-'],
    ['Karlštejn', 'Kar-l'],
    ['tucha', 'c-h'],
    ['student', 's-t'],
  ])('are not parted where prefix and stem do not meet: %s', (word, wrong) => {
    expect(parted(word)).not.toContain(wrong);
  });

  it('are parted as often in capitals', () => {
    expect(czechBreaks('LITERATURA')).toEqual(czechBreaks('literatura'));
  });
});
