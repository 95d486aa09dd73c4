import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Deletes what `isOver` says of a directory's mails; yields how many. Others may do so meanwhile. */
async function forget(
  directory: string,
  isOver: (path: string) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  const names = await readdir(directory).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  for (const name of names.filter((one) => one.endsWith('.eml'))) {
    const path = join(directory, name);
    try {
      if (!(await isOver(path))) continue;
      await rm(path);
      count += 1;
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }
  return count;
}

/** The addresses that a message says it is for (RFC 5322), in lower case. */
function recipientsOf(message: string): string {
  const [head = ''] = message.split(/\r?\n\r?\n/, 1);
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  return (/^to:(.*)$/im.exec(unfolded)?.[1] ?? '').toLowerCase();
}

/** Deletes the mails of a directory that are for one address. */
export const forgetMailsTo = (directory: string, address: string): Promise<number> =>
  forget(directory, async (path) =>
    recipientsOf(await readFile(path, 'utf8'))
      .split(/[\s,<>]+/)
      .includes(address),
  );

export const forgetMailsOlderThan = (directory: string, days: number): Promise<number> =>
  forget(directory, async (path) => (await stat(path)).mtimeMs < Date.now() - days * DAY_MS);
