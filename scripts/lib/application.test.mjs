// @ts-check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Application } from './application.mjs';
import { commandLine } from './services/leftover.mjs';
import { until } from './services/testing/harness.mjs';

const cooperative = fileURLToPath(new URL('testing/cooperative.mjs', import.meta.url));

/**
 * @param {import('node:test').TestContext} test
 * @param {{ main?: string, worker?: string }} sources of the two programs; well-behaved by default
 */
function programs(test, sources) {
  const backend = mkdtempSync(join(tmpdir(), 'tesigo-app-'));
  test.after(() => rmSync(backend, { recursive: true }));
  for (const name of /** @type {const} */ (['main', 'worker'])) {
    const file = join(backend, `${name}.js`);
    const source = sources[name];
    if (source === undefined) copyFileSync(cooperative, file);
    else writeFileSync(file, source);
  }
  return { node: process.execPath, env: process.env, backend };
}

describe('the processes of the application', () => {
  it('are ready together and stop when told to', async (test) => {
    const application = new Application('all', programs(test, {}));
    await application.ready;
    await application.stop();
  });

  it('end with the exit code of the API when that dies', async (test) => {
    const application = new Application('all', programs(test, { main: 'process.exit(7)' }));
    assert.equal((await application.ended).code, 7);
    await application.stop();
  });

  it('replace a worker that dies', async (test) => {
    const flaky = `
      import { existsSync, writeFileSync } from 'node:fs';
      const mark = import.meta.filename + '.mark';
      if (!existsSync(mark)) { writeFileSync(mark, ''); process.exit(1); }
      await import(${JSON.stringify(cooperative)});`;
    const application = new Application('worker', programs(test, { worker: flaky }));
    await application.ready;
    await application.stop();
  });

  it('stop by themselves when the launcher is killed', async (test) => {
    const runtime = JSON.stringify(programs(test, {}));
    const module = JSON.stringify(new URL('application.mjs', import.meta.url).href);
    const source = `
      const { Application } = await import(${module});
      const application = new Application('all', ${runtime});
      await application.ready;
      console.log(application.pids.join(' '));`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', source]);
    const [line] = await once(createInterface({ input: launcher.stdout }), 'line');
    launcher.kill('SIGKILL');
    for (const pid of String(line).split(' ').map(Number)) {
      await until(() => commandLine(pid) === undefined);
    }
  });
});
