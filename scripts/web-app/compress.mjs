// @ts-check
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Below this a packet more or less is not to be won. */
const LEAST_BYTES = 512;

const compress = promisify(brotliCompress);

/**
 * Writes a Brotli form beside each script, made once and as small as can be, where a server would
 * have to make it for every visitor in passing.
 *
 * @param {string} folder
 */
export async function compressScripts(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name));
      if (content.length < LEAST_BYTES) return;
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(join(folder, `${name}.br`), await compress(content, { params }));
    }),
  );
}
