import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { ProblemException, sendProblem } from '../common';
import type { Configuration } from '../config';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The name in a `Host` header, without its port; undefined for what is none. */
function hostname(host: string | undefined): string | undefined {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
}

function misdirected(): ProblemException {
  const detail =
    'This server does not answer under that name. Those who run it can allow it by ALLOWED_HOSTS.';
  return new ProblemException('MISDIRECTED', detail);
}

/**
 * Tells by the `Host` header whether this server was meant. An address is no name that somebody
 * else could have pointed here: loopback always works, others in development.
 */
export function knownHosts({ http, production }: Configuration) {
  const known = new Set([...LOOPBACK, new URL(http.publicUrl).hostname, ...http.allowedHosts]);
  return (host: string | undefined): boolean => {
    const name = hostname(host);
    if (name === undefined || known.has(name)) return name !== undefined;
    return !production && isIP(name.replace(/^\[|\]$/g, '')) > 0;
  };
}

/**
 * Answers only under the names it was given, so that no other site can put its own name in front
 * of this server (DNS rebinding, cache poisoning). Probes ask by address, so health answers anyhow.
 */
export function hostCheck(config: Configuration): RequestHandler {
  const isKnown = knownHosts(config);
  // nearly every request names the same host as the one before
  let last: string | undefined;
  return (request, response, next) => {
    const { host } = request.headers;
    const allowed = (last !== undefined && host === last) || isKnown(host);
    if (allowed) last = host;
    if (allowed || request.path.startsWith('/health/')) next();
    else sendProblem(request, response, misdirected());
  };
}
