// @ts-check
/** Makes one file in a process of its own, as the worker does: <worker> <input> <format> <output>. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readThesis } from './read-thesis.mjs';

const [worker = '', input = '', format, output = ''] = process.argv.slice(2);
const { default: answer } = createRequire(import.meta.url)(worker);
const result = await answer({ input: readThesis(input), format });
if (!('file' in result)) throw new Error(JSON.stringify(result));
writeFileSync(output, result.file);
