// @ts-check
/**
 * Servers of a suite's own, to be broken: what the launcher starts for who has none, as a process
 * that can be told to end them and to start them again where they were.
 */
import { rmSync } from 'node:fs';
import { postgresBinaries } from '../../../scripts/lib/services/postgres-binaries.mjs';
import { startPostgres } from '../../../scripts/lib/services/postgres.mjs';
import { provideRedisBinary } from '../../../scripts/lib/services/redis-binary.mjs';
import { startRedis } from '../../../scripts/lib/services/redis.mjs';

const [directory = ''] = process.argv.slice(2);
const starters = {
  /** @param {URL} [before] */
  postgres: async (before) =>
    startPostgres(directory, {
      native: await postgresBinaries(),
      ...(before && { port: Number(before.port) }),
    }),
  /** @param {URL} [before] */
  redis: async (before) =>
    startRedis(
      directory,
      await provideRedisBinary({ report: () => undefined }),
      before && { port: Number(before.port), password: before.password },
    ),
};

/** @typedef {keyof typeof starters} Name */
/** @typedef {import('../../../scripts/lib/services/service-process.mjs').Service} Service */

/** @type {Map<Name, Service>} */
const services = new Map();

/** @param {Name} name */
async function start(name) {
  const before = services.get(name)?.url;
  const service = await starters[name](before ? new URL(before) : undefined);
  services.set(name, service);
  return service.url;
}

/**
 * @typedef {{ kind: 'start', name: Name } | { kind: 'end', name: Name, signal: NodeJS.Signals }} Command
 */

process.on('message', async (/** @type {Command} */ command) => {
  if (command.kind === 'end') await services.get(command.name)?.end(command.signal);
  const url = command.kind === 'start' ? await start(command.name) : '';
  process.send?.({ url });
});
process.on('disconnect', async () => {
  await Promise.all([...services.values()].map((service) => service.stop()));
  rmSync(directory, { recursive: true, force: true });
  process.exit(0);
});
process.send?.({ port: 0 });
