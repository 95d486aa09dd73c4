// @ts-check
import { createServer } from 'node:net';
import { SetupError, errorCode, errorMessage } from './setup-error.mjs';

/**
 * @param {{ host: string, port: number }} options
 * @returns {Promise<number>} the port listened on, free again
 */
function listenOnce({ host, port }) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** @returns {Promise<number>} a TCP port that nothing listens on at this moment */
export function freePort() {
  return listenOnce({ host: '127.0.0.1', port: 0 });
}

/**
 * @param {{ host: string, port: number }} address
 * @throws {SetupError} when the API could not listen there
 */
export async function requireFreePort({ host, port }) {
  try {
    await listenOnce({ host, port });
  } catch (error) {
    throw new SetupError(listenProblem({ host, port }, error), { cause: error });
  }
}

/** @param {{ host: string, port: number }} address @param {unknown} error @returns {string} */
function listenProblem({ host, port }, error) {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return (
        `Port ${port} is used by another program: stop that program, ` +
        `or choose another port, for example PORT=${port === 65535 ? 3001 : port + 1} npm start.`
      );
    case 'EACCES':
      return `Port ${port} needs more rights than this account has: choose one above 1023 with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine: set it to 127.0.0.1 or 0.0.0.0.`;
    default:
      return `Nothing can listen on ${host} port ${port}: ${errorMessage(error)}.`;
  }
}
