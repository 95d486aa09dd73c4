// @ts-check
/**
 * `npm run measure:rules -- --texts <folder>`: how well our rules read the formatting rules of real
 * universities, against answers made by hand. The folder holds the texts, named as their answers in
 * `scripts/lib/rules/answers` are; nothing of them is part of this repository. `--set development`
 * leaves those of the other sets unread.
 */
import { parseArgs } from 'node:util';
import { answers, SETS, textOf } from './lib/rules/answers.mjs';
import { differencesOf } from './lib/rules/compare.mjs';
import { readRules } from './lib/rules/read-rules.mjs';
import { RulesReport } from './lib/rules/report.mjs';

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    set: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.texts === undefined) throw new Error('Say where the texts are: --texts <folder>');
if (values.set !== undefined && !SETS.some((set) => set === values.set))
  throw new Error(`Say which set: ${SETS.join(', ')}`);

const whole = new RulesReport('whole', false);
for (const set of SETS.filter((one) => values.set === undefined || one === values.set)) {
  const report = new RulesReport(set, values.verbose);
  for (const answer of answers().filter((one) => one.set === set)) {
    const read = await readRules(await textOf(values.texts, answer));
    const differences = differencesOf(answer.answers, read);
    report.add(answer, differences);
    whole.add(answer, differences);
  }
  console.log(report.text());
}
if (values.set === undefined) console.log(whole.text());
