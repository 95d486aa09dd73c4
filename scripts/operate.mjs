// @ts-check
/**
 * `npm run backup`, `restore`, `restore:drill`, `backup:key`: the backend's programs for operators,
 * with the services of this installation, whether it runs at the moment or not.
 */
import { join } from 'node:path';
import { buildStale } from './lib/build.mjs';
import { exitCode } from './lib/command.mjs';
import { openDataDir } from './lib/data-dir.mjs';
import { runMain } from './lib/main.mjs';
import { distDir } from './lib/paths.mjs';
import {
  TOOL_STEPS,
  applicationEnv,
  ownerEnv,
  prepareTools,
  provideServices,
} from './lib/prepare.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps } from './lib/steps.mjs';

const [program = '', ...args] = process.argv.slice(2);

await runMain(async (signal) => {
  const steps = new Steps(TOOL_STEPS + 3);
  const configured = readSettings(process.env);
  const settings = { ...configured, dataDir: await openDataDir(configured.dataDir) };
  const tools = await prepareTools({ steps, signal });
  await steps.run('Build', (report) => buildStale(['backend'], { ...tools, report, signal }));
  const lease = await steps.run('Services', async (report) =>
    program === 'new-key' ? undefined : provideServices(settings, { report, signal }),
  );
  try {
    const urls = lease?.urls;
    const serving = applicationEnv(settings, { env: tools.env, urls });
    const env = program === 'restore' ? ownerEnv(serving, { settings, urls }) : serving;
    steps.announce(program);
    const file = join(distDir, 'backend', 'backup', `${program}.js`);
    return await exitCode(tools.node, [file, ...args], { env, stdio: 'inherit', signal });
  } finally {
    await lease?.release();
  }
});
