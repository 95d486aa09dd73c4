import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { StripeAccount } from './account';
import { ApiError } from './api-error';
import type { Answer, Attempt, Command, Fault, SeenRequest } from './commands';
import { Deliveries } from './deliveries';
import { parseForm } from './form';
import { hostedPage } from './hosted-page';
import { IdempotencyKeys, type Reply } from './idempotency';
import type { StripeObject } from './objects';
import { answerOf } from './routes';

/**
 * Stripe for tests and development, a process of its own: its wire format, its idempotency, its
 * signed events and its faults. Told by IPC what customers and banks do.
 */
const keys = new IdempotencyKeys();
const deliveries = new Deliveries();
const requests: SeenRequest[] = [];
const faults: Fault[] = [];
let port = 0;
const account = new StripeAccount(
  () => `http://127.0.0.1:${String(port)}`,
  (event) => deliveries.send(event),
);

function failure(error: unknown): Reply {
  if (error instanceof ApiError) return { status: error.status, body: error.body };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: new ApiError(500, 'api_error', message).body };
}

function act(method: string, url: URL, body: string): Reply {
  try {
    const form = parseForm(method === 'GET' ? url.search.slice(1) : body);
    // as on the wire: nobody else holds the object itself
    return { status: 200, body: structuredClone(answerOf(account, method, url, form)) };
  } catch (error) {
    return failure(error);
  }
}

function reply(request: IncomingMessage, url: URL, body: string): Reply & { replayed: boolean } {
  const { method = 'GET', headers } = request;
  if (!/^Bearer [sr]k_/.test(headers.authorization ?? '')) {
    const error = new ApiError(401, 'invalid_request_error', 'Invalid API Key provided');
    return { ...failure(error), replayed: false };
  }
  const key = headers['idempotency-key'] as string | undefined;
  try {
    return keys.once(method === 'POST' ? key : undefined, `${url.pathname}\n${body}`, () =>
      act(method, url, body),
    );
  } catch (error) {
    return { ...failure(error), replayed: false };
  }
}

function note(
  { method = 'GET', headers }: IncomingMessage,
  url: URL,
  body: string,
  replayed: boolean,
) {
  requests.push({
    method,
    path: url.pathname,
    parameters: parseForm(method === 'GET' ? url.search.slice(1) : body),
    idempotencyKey: headers['idempotency-key'] as string | undefined,
    apiVersion: headers['stripe-version'] as string | undefined,
    replayed,
  });
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_test' });
  response.end(JSON.stringify(body, undefined, 2));
}

function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
): void {
  const fault = faults.shift();
  if (fault === 'server error') {
    return send(response, failure(new ApiError(500, 'api_error', 'Something went wrong')));
  }
  if (fault === 'rate limit') {
    return send(response, failure(new ApiError(429, 'rate_limit_error', 'Too many requests')));
  }
  const answer = reply(request, url, body);
  note(request, url, body, answer.replayed);
  if (fault === 'lost answer') response.destroy();
  else send(response, answer);
}

/** The page, and what a customer does on it. */
function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
): void {
  const id = url.pathname.split('/').at(-1) ?? '';
  const object = account.objects.get(id);
  if (object === undefined) {
    response.writeHead(404).end();
  } else if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(hostedPage(object));
  } else {
    const attempt = parseForm(body)['attempt'] as Attempt;
    account.attempt(id, attempt);
    const back = attempt === 'declined' ? 'cancel_url' : 'success_url';
    response.writeHead(303, { location: String(object[back] ?? url.href) }).end();
  }
}

const server = createServer((request, response) => {
  void text(request).then((body) => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${String(port)}`);
    if (url.pathname.startsWith('/c/pay/')) servePage(request, response, url, body);
    else serveApi(request, response, url, body);
  });
});

function obey(command: Command): StripeObject | undefined {
  switch (command.kind) {
    case 'webhook':
      deliveries.configure(command.url, command.secret);
      return undefined;
    case 'attempt':
      return account.attempt(command.id, command.attempt);
    case 'settle':
      return account.settle(command.id, command.paid);
    case 'expire':
      return account.expireSession(command.id);
    case 'refund at stripe':
      return account.createRefund({ payment_intent: command.intentId, amount: command.amount });
    case 'fail refund':
      return account.failRefund(command.refundId);
    case 'dispute':
      return account.dispute(command.intentId, command.amount);
    case 'close dispute':
      return account.closeDispute(command.disputeId, command.won);
    case 'faults':
      faults.splice(0, faults.length, ...command.faults);
      return undefined;
    case 'hold refunds':
      account.refundsHeld = command.held;
      return undefined;
    case 'clock':
      account.clockShift += command.seconds;
      return undefined;
    case 'state':
      return undefined;
  }
}

process.on('message', (command: Command) => {
  // all of it only to who asks for it: it grows with every payment
  const state = () =>
    command.kind === 'state'
      ? { events: account.events, objects: [...account.objects.values()], requests }
      : { events: [], objects: [], requests: [] };
  let answer: Answer;
  try {
    const object = obey(command);
    answer = { ...state(), ...(object && { object }) };
  } catch (error) {
    answer = { ...state(), error: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));

// for development, where nobody tells it where to
const { STRIPE_DOUBLE_WEBHOOK, STRIPE_WEBHOOK_SECRET = '' } = process.env;
deliveries.configure(STRIPE_DOUBLE_WEBHOOK ?? null, STRIPE_WEBHOOK_SECRET);

server.listen(Number(process.env['STRIPE_DOUBLE_PORT'] ?? 0), '127.0.0.1', () => {
  ({ port } = server.address() as AddressInfo);
  process.send?.({ port });
});
