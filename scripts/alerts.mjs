// @ts-check
/** `npm run check:alerts`: Prometheus itself reads our configuration and tries every alert. */
import { join } from 'node:path';
import { exitCode } from './lib/command.mjs';
import { runMain } from './lib/main.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { providePromtool } from './lib/promtool.mjs';

const CHECKS = [
  // The token's file is a secret of the running container
  ['check', 'config', '--syntax-only', 'prometheus.yml'],
  ['check', 'rules', 'alerts.yml'],
  ['test', 'rules', 'alerts.test.yml'],
];

await runMain(async (signal) => {
  const promtool = await providePromtool({ report: console.log, signal });
  const cwd = join(repositoryRoot, 'docker', 'prometheus');
  for (const args of CHECKS) {
    const code = await exitCode(promtool, args, { cwd, stdio: 'inherit', signal });
    if (code !== 0) return code;
  }
  return 0;
});
