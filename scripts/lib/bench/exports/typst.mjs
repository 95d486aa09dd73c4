// @ts-check
/** Sets a file with Typst in a process of its own: <compiler> <folder> <fonts> <output>. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [compiler = '', folder = '', fonts = '', output = ''] = process.argv.slice(2);
const { NodeCompiler } = createRequire(import.meta.url)(compiler);
const typst = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(output, typst.pdf({ mainFilePath: join(folder, 'thesis.typ') }));
