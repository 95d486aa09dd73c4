import { loadConfiguration } from './load-configuration';

/** Says every problem of the environment at once and starts nothing. */
try {
  loadConfiguration();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
