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
 * Answers only under the names it was given, so that no other site can put its own name in front
 * of this server (DNS rebinding, cache poisoning). An address is no name that could be stolen:
 * loopback always works, others in development; probes ask by address, so health answers anyhow.
 */
export function hostCheck({ http, production }: Configuration): RequestHandler {
  const known = new Set([...LOOPBACK, new URL(http.publicUrl).hostname, ...http.allowedHosts]);
  return (request, response, next) => {
    const name = hostname(request.headers.host);
    const isAddress = name !== undefined && isIP(name.replace(/^\[|\]$/g, '')) > 0;
    const allowed = name !== undefined && (known.has(name) || (isAddress && !production));
    if (allowed || request.path.startsWith('/health/')) next();
    else sendProblem(request, response, misdirected());
  };
}
