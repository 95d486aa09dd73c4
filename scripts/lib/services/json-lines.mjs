// @ts-check
import { createInterface } from 'node:readline';

/** @typedef {import('node:net').Socket} Socket */
/** @typedef {import('./redis.mjs').RedisBinary} RedisBinary */

/**
 * The services a holder asks for, with where their binaries are.
 *
 * @typedef {{ postgres?: { native: string }, redis?: RedisBinary }} WantedServices
 *
 * @typedef {{ databaseUrl?: string, redisUrl?: string }} ServiceUrls
 *
 * @typedef {{ start: WantedServices } | { release: true }} HolderMessage
 * @typedef {{ ready: ServiceUrls } | { failed: string } | { stopped: string }} KeeperMessage
 */

/**
 * @param {Socket} socket
 * @param {HolderMessage | KeeperMessage} message
 */
export function send(socket, message) {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/**
 * Both ends of the socket belong to the same account and the same code, so a line that does not
 * parse is a fault of the connection, which is ended.
 *
 * @template {HolderMessage | KeeperMessage} T
 * @param {Socket} socket
 * @param {(message: T) => void} receive
 */
export function receiveLines(socket, receive) {
  createInterface({ input: socket }).on('line', (line) => {
    try {
      receive(JSON.parse(line));
    } catch {
      socket.destroy();
    }
  });
}
