import { warningsOf } from './warning-text';

describe('warningsOf', () => {
  it('knows the words of the server, and keeps what it does not know', () => {
    const texts = [
      'The rules contradict themselves on marginLeft: 30 was taken, but they also say 40.',
      'The rules ask for Verdana, which cannot be set here. Choose another typeface.',
      'No rule of formatting was found in the file.',
      'Something new.',
    ];
    expect(warningsOf(texts)).toEqual([
      { key: 'font', values: { font: 'Verdana' } },
      { key: null, text: 'Something new.' },
    ]);
  });
});
