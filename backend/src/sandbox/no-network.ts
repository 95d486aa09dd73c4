import dgram from 'node:dgram';
import dns from 'node:dns';
import { Socket } from 'node:net';

const refuse = (): never => {
  throw new Error('A sandboxed process has no network.');
};

/**
 * Takes the network away from this process. Node's permission model, which takes away the files,
 * the programs and the native bindings behind these functions, knows no network in Node 24.
 */
export function withoutNetwork(): void {
  Socket.prototype.connect = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.connect = refuse;
  dgram.Socket.prototype.send = refuse;
  Object.assign(dns, { lookup: refuse, resolve: refuse });
}
