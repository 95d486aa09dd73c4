// @ts-check
/** Holds a lease until it is killed: `node hold-lease.mjs DATA_DIRECTORY`. Prints the URLs. */
import { acquireServices } from '../lease.mjs';
import { postgresBinaries } from '../postgres-binaries.mjs';
import { provideRedisBinary } from '../redis-binary.mjs';

const native = await postgresBinaries();
const redis = await provideRedisBinary({ report: () => undefined });
const wanted = { postgres: { native }, redis };
const lease = await acquireServices({ dataDir: process.argv[2] ?? '', wanted });
console.log(JSON.stringify(lease.urls));
process.on('SIGTERM', () => void lease.release().then(() => process.exit(0)));
console.log(await lease.lost);
