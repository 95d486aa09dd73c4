/** What systems put into folders for themselves. */
const HIDDEN = /^(\.|Thumbs\.db$|desktop\.ini$)/i;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A reader gives its entries in portions, and none when all are given. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return entries;
    entries.push(...portion);
  }
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (HIDDEN.test(entry.name)) return [];
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const entries = await entriesIn(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(filesUnder))).flat();
}

/**
 * The files of a drop or a paste; of folders those inside, since a folder itself cannot be sent.
 * Has to be called while the event is handled: what it holds is gone afterwards.
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  if (transfer === null) return [];
  const files = [...transfer.files];
  // absent in what scripts and older browsers make
  const items = [...((transfer.items as DataTransferItemList | undefined) ?? [])];
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  return (await Promise.all(entries.map(filesUnder))).flat();
}
