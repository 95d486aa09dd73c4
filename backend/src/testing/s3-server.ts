import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface S3Server {
  endpoint: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  stop(): Promise<void>;
}

const BUCKET = 'tesigo-test';
/** The only credentials that s3rver knows. */
const CREDENTIAL = 'S3RVER';

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the S3 server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /listening on (\S+:\d+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the S3 server did not start');
}

/** An S3 server in a process of its own, with an empty bucket. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'tesigo-s3-'));
  const program = join(dirname(require.resolve('s3rver/package.json')), 'bin', 's3rver.js');
  const bucket = ['--configure-bucket', BUCKET];
  const server = spawn(
    process.execPath,
    ['--no-deprecation', program, '-d', directory, '-a', '127.0.0.1', '-p', '0', ...bucket],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const address = await addressOf(server);
  return {
    endpoint: `http://${address}`,
    bucket: BUCKET,
    accessKeyId: CREDENTIAL,
    secretAccessKey: CREDENTIAL,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
