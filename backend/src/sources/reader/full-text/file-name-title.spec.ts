import fc from 'fast-check';
import { titleFromFileName, withoutFileName } from './file-name-title';

describe('the title that a file’s name is', () => {
  it.each([
    ['lessons.pdf', 'lessons'],
    ['Lessons.Pdf', 'Lessons'],
    ['On_Learning-and-Memory.DOCX', 'On Learning and Memory'],
    ['smith-2019-memory.pdf', 'smith 2019 memory'],
    ['minutes 2019-03-05.pdf', 'minutes 2019-03-05'],
    ['thesis.docx.pdf', 'thesis'],
    ['v1.2 final.pdf', 'v1.2 final'],
    ['Памʼять_і-навчання.pdf', 'Памʼять і навчання'],
    ['C:\\Users\\me\\Text.pdf', 'Text'],
    ['/home/me/Text.docx', 'Text'],
    ['Proust - Du côté de chez Swann.pdf', 'Proust Du côté de chez Swann'],
    ['no extension', 'no extension'],
    ['.hidden.pdf', 'hidden'],
  ])('%s → %s', (name, title) => {
    expect(titleFromFileName(name)).toBe(title);
  });

  it.each(['', '.', '...', '.pdf', '....pdf', '___.docx', '-.pdf', '\u202e\u200f.pdf', '()'])(
    'is none where the name %j says nothing',
    (name) => {
      expect(titleFromFileName(name)).toBe('');
    },
  );

  it('has no character that nobody sees, or that turns text around', () => {
    expect(titleFromFileName('annexe\u202efdp.pdf\u200f')).toBe('annexefdp');
    expect(titleFromFileName('a\u0000b\nc\td.pdf')).toBe('a b c d');
    expect(titleFromFileName('<b>bold</b> words.pdf')).toBe('bold words');
  });

  it('is short however long the name', () => {
    const title = titleFromFileName(`${'word '.repeat(2000)}.pdf`);
    expect(title).toMatch(/^(word )+word$/);
    expect(title.length).toBeGreaterThan(190);
    expect(titleFromFileName('x'.repeat(10_000)).length).toBe(200);
  });

  it('is one line of visible text whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const title = titleFromFileName(name);
        expect(title).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
        expect(title).toBe(title.trim());
        expect(title.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('withoutFileName', () => {
  it('takes the name of the file for no title that was stated', () => {
    const stated = { title: 'lessons.pdf', year: 2020 };
    expect(withoutFileName(stated, 'lessons.pdf')).toEqual({ year: 2020 });
  });

  it.each([
    ['Lessons', 'lessons.pdf'],
    ['lessons.pdf', 'other.pdf'],
    ['Lessons', 'Lessons'],
  ])('leaves %s for %s', (title, name) => {
    expect(withoutFileName({ title }, name)).toEqual({ title });
  });
});
