// @ts-check
/**
 * `npm run bench:export [-- --typst <folder>] [-- --rounds 5]`: the exports of a long thesis beside
 * pandoc, Typst and LibreOffice. The folder is one in which `npm install
 * @myriaddreamin/typst-ts-node-compiler` was said; what is not installed is left out.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as programs from './lib/bench/exports/programs.mjs';
import { TARGETS, writeReport } from './lib/bench/exports/report.mjs';
import { run } from './lib/bench/exports/run.mjs';
import { buildStale } from './lib/build.mjs';
import { runMain } from './lib/main.mjs';
import { nodeEnv, TOOL_STEPS, prepareTools } from './lib/prepare.mjs';
import { Steps } from './lib/steps.mjs';

/** @typedef {import('./lib/bench/exports/report.mjs').Run} Run */

const SHARES = [0.5, 1, 2, 4];

const { values: options } = parseArgs({
  options: { typst: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});

/** @param {readonly number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function typstCompiler() {
  if (options.typst === undefined) return undefined;
  const from = createRequire(join(resolve(options.typst), 'package.json'));
  return from.resolve('@myriaddreamin/typst-ts-node-compiler');
}

/** @param {string} node @param {string} folder @returns {Map<string, programs.Command>} */
function commandsOf(node, folder) {
  const compiler = typstCompiler();
  /** @type {[string, programs.Command | undefined][]} */
  const commands = [
    ['DOCX', programs.ours(node, folder, 'docx')],
    ['pandoc', programs.isInstalled('pandoc') ? programs.pandoc() : undefined],
    ['PDF', programs.ours(node, folder, 'pdf')],
    ['Typst', compiler ? programs.typst(node, folder, compiler) : undefined],
    ['LibreOffice', programs.isInstalled('soffice') ? programs.libreOffice(folder) : undefined],
    ['Markdown', programs.ours(node, folder, 'md')],
  ];
  return new Map(commands.flatMap(([name, command]) => (command ? [[name, command]] : [])));
}

/** @param {Map<string, programs.Command>} commands @param {string} cwd @param {NodeJS.ProcessEnv} env */
async function rounds(commands, cwd, env) {
  /** @type {Map<string, Run[]>} */
  const runs = new Map([...commands.keys()].map((name) => [name, []]));
  // the first round finds files that are not in memory yet, and does not count
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    for (const [name, command] of commands) {
      const measured = await run(command, { cwd, env });
      if (round > 0) runs.get(name)?.push(measured);
    }
  }
  return runs;
}

/** @param {Map<string, Run[]>} runs @param {'seconds' | 'worked'} unit */
function ratiosOf(runs, unit) {
  const names = Object.keys(TARGETS.ratios).map((name) => [name, ...name.split(' / ')]);
  const known = names.filter(([, , other = '']) => runs.has(other));
  return Object.fromEntries(
    known.map(([name = '', one = '', other = '']) => {
      const others = runs.get(other) ?? [];
      const ratios = runs.get(one)?.map((mine, at) => mine[unit] / (others[at]?.[unit] ?? 0));
      return [name, median(ratios ?? [])];
    }),
  );
}

/** @param {string} node @param {string} root @param {NodeJS.ProcessEnv} env */
async function growthOf(node, root, env) {
  /** @type {Record<string, Run[]>} */
  const growth = { DOCX: [], PDF: [] };
  for (const share of SHARES) {
    const folder = join(root, `growth-${share}`);
    await programs.prepareThesis(folder, share);
    for (const format of ['DOCX', 'PDF']) {
      const command = programs.ours(node, folder, format.toLowerCase());
      growth[format]?.push(await run(command, { cwd: folder, env }));
    }
  }
  return growth;
}

await runMain(async (signal) => {
  const steps = new Steps(TOOL_STEPS + 5);
  const tools = await prepareTools({ steps, signal });
  const { node } = tools;
  await steps.run('Build', (report) => buildStale(['backend'], { ...tools, report, signal }));
  const root = await mkdtemp(join(tmpdir(), 'tesigo-exports-'));
  // as the application has it
  const env = { ...tools.env, ...nodeEnv(root) };
  try {
    const folder = join(root, 'whole');
    await steps.run('Thesis', async () => {
      await programs.prepareThesis(folder, 1);
      await run(programs.ours(node, folder, 'md'), { cwd: folder });
      programs.unpackMarkdown(folder);
    });
    const commands = commandsOf(node, folder);
    const runs = await steps.run('Rounds', () => rounds(commands, folder, env));
    const growth = await steps.run('Growth', () => growthOf(node, root, env));
    const blocked = await steps.run('Event loop', () =>
      run(programs.eventLoop(node, folder), { cwd: folder, env }),
    );
    const medians = [...runs].map(([name, all]) => [
      name,
      {
        seconds: median(all.map((one) => one.seconds)),
        worked: median(all.map((one) => one.worked)),
        mib: median(all.map((one) => one.mib)),
      },
    ]);
    const missing = ['pandoc', 'Typst', 'LibreOffice'].filter((name) => !runs.has(name));
    const ratios = ratiosOf(runs, 'seconds');
    const workRatios = ratiosOf(runs, 'worked');
    const blockedMs = JSON.parse(blocked.output);
    const figures = {
      runs: Object.fromEntries(medians),
      ratios,
      workRatios,
      growth,
      blockedMs,
      missing,
    };
    console.log(`\n${await writeReport(figures)}`);
    return 0;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
