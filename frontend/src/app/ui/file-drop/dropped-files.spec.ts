import { droppedFiles } from './dropped-files';

const file = (name: string) => new File(['x'], name);

const fileEntry = (name: string) => ({
  name,
  ...{ isFile: true, isDirectory: false },
  file: (done: (file: File) => void) => {
    done(file(name));
  },
});

type Entry = ReturnType<typeof fileEntry> | ReturnType<typeof folder>;

function folder(name: string, ...entries: object[]) {
  const createReader = () => {
    let portions = [entries, []];
    return {
      readEntries: (done: (entries: object[]) => void) => {
        const [portion = [], ...rest] = portions;
        portions = rest;
        done(portion);
      },
    };
  };
  return { name, isFile: false, isDirectory: true, createReader };
}

const drop = (...entries: Entry[]) =>
  droppedFiles({
    files: entries.map(({ name }) => file(name)),
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
  } as unknown as DataTransfer);

const names = (files: File[]) => files.map(({ name }) => name);

describe('droppedFiles', () => {
  it('gives the files themselves', async () => {
    expect(names(await drop(fileEntry('a.pdf'), fileEntry('b.bib')))).toEqual(['a.pdf', 'b.bib']);
  });

  it('looks into folders, and leaves out what systems put there', async () => {
    const inner = folder('old', fileEntry('c.pdf'), fileEntry('Thumbs.db'));
    const outer = folder('papers', fileEntry('.DS_Store'), fileEntry('b.pdf'), inner);
    expect(names(await drop(fileEntry('a.pdf'), outer))).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  });

  it('does with a transfer that has no items', async () => {
    const transfer = { files: [file('a.pdf')] } as unknown as DataTransfer;
    expect(names(await droppedFiles(transfer))).toEqual(['a.pdf']);
    expect(await droppedFiles(null)).toEqual([]);
  });
});
