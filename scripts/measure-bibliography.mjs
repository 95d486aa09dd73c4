// @ts-check
/**
 * `npm run measure:bibliography -- --zotero <folder>`: how well our reader understands what Zotero's
 * translators are tested with. The folder holds RIS.js and BibTeX.js of zotero/translators and
 * schema.json of zotero/zotero-schema; nothing of them is part of this repository.
 */
import { parseArgs } from 'node:util';
import { Report } from './lib/bibliography/report.mjs';
import { differencesOf } from './lib/bibliography/compare.mjs';
import { expectedFacts } from './lib/bibliography/expected-facts.mjs';
import { readFacts } from './lib/bibliography/read-facts.mjs';
import { casesOf, FILES, schemaOf } from './lib/bibliography/zotero-cases.mjs';

const { values } = parseArgs({
  options: { zotero: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
if (values.zotero === undefined) throw new Error('Say where the cases are: --zotero <folder>');

const NOTHING = { itemType: '', creators: [] };
const schema = schemaOf(values.zotero);
const report = new Report(values.verbose);
for (const [file, kind] of Object.entries(FILES)) {
  for (const [number, { input, items }] of casesOf(values.zotero, file).entries()) {
    const read = await readFacts(input, kind);
    const expected = items.map((item) => expectedFacts(item, schema));
    if (read.length !== expected.length) {
      console.log(`${file} ${number}: ${read.length} entries read, ${expected.length} expected`);
    }
    for (const [index, facts] of expected.entries()) {
      for (const difference of differencesOf(facts, read[index])) {
        const item = items[index] ?? NOTHING;
        report.add({ file, number, index, ...difference, input, item, schema });
      }
    }
  }
}
console.log(report.text());
