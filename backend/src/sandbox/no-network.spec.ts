import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const TRANSPILE = join(__dirname, '..', 'testing', 'jobs', 'transpile.cjs');

/** What a process without network says of an attempt to use it. */
function attempt(code: string): string {
  const script = `require(${JSON.stringify(join(__dirname, 'no-network.ts'))}).withoutNetwork();
    process.on('uncaughtException', ({ message }) => { console.log(message); process.exit(); });
    Promise.resolve().then(() => { ${code} })
      .catch(({ message, cause }) => console.log(cause?.message ?? message));`;
  return execFileSync(process.execPath, ['--require', TRANSPILE, '--eval', script], {
    encoding: 'utf8',
    timeout: 10_000,
  });
}

describe('a process without network', () => {
  it.each([
    ['connects to nothing', `require('node:net').connect(9, '127.0.0.1')`],
    ['fetches nothing', `return fetch('http://127.0.0.1:65000/')`],
    ['asks for no page', `require('node:https').get('https://127.0.0.1:65000/')`],
    ['sends no datagram', `require('node:dgram').createSocket('udp4').send('a', 9, '127.0.0.1')`],
    ['looks up no name', `require('node:dns').lookup('example.org', () => undefined)`],
  ])('%s', (_, code) => {
    expect(attempt(code)).toContain('A sandboxed process has no network.');
  });
});
