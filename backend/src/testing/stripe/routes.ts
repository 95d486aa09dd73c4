import { ApiError, invalid } from './api-error';
import type { StripeAccount } from './account';
import type { Form } from './form';
import type { StripeObject } from './objects';

interface Route {
  method: string;
  path: URLPattern;
  /** Parameters that the documentation names, as far as they are used. */
  known: readonly string[];
  required?: readonly string[];
  answer: (account: StripeAccount, form: Form, id: string) => object;
}

const pattern = (pathname: string) => new URLPattern({ pathname: `/v1/${pathname}` });

const LISTED = ['created', 'limit', 'starting_after', 'type'];

/** Without what only the double keeps. */
const shown = ({ intent_data: _, ...session }: StripeObject) => session;

function list({ events }: StripeAccount, form: Form): object {
  const { gte = 0 } = (form['created'] ?? {}) as { gte?: number };
  const newest = events.filter(({ created }) => Number(created) >= Number(gte)).reverse();
  const start = newest.findIndex(({ id }) => id === form['starting_after']) + 1;
  const end = start + Number(form['limit'] ?? 10);
  const data = newest.slice(start, end);
  return { object: 'list', url: '/v1/events', has_more: end < newest.length, data };
}

const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: pattern('customers'),
    known: ['email', 'name', 'metadata'],
    answer: (account, form) => account.createCustomer(form),
  },
  {
    method: 'DELETE',
    path: pattern('customers/:id'),
    known: [],
    answer: (account, _form, id) => account.deleteCustomer(id),
  },
  {
    method: 'POST',
    path: pattern('payment_intents'),
    known: [
      ...['amount', 'currency', 'customer', 'description', 'metadata'],
      'automatic_payment_methods',
    ],
    required: ['amount', 'currency'],
    answer: (account, form) => account.createIntent(form),
  },
  {
    method: 'GET',
    path: pattern('payment_intents/:id'),
    known: ['expand'],
    answer: (account, _form, id) => account.get(id, 'payment_intent'),
  },
  {
    method: 'POST',
    path: pattern('payment_intents/:id/cancel'),
    known: ['cancellation_reason'],
    answer: (account, _form, id) => account.cancelIntent(id),
  },
  {
    method: 'POST',
    path: pattern('checkout/sessions'),
    known: [
      ...['mode', 'customer', 'client_reference_id', 'line_items', 'metadata', 'success_url'],
      ...['cancel_url', 'payment_intent_data'],
    ],
    required: ['mode', 'line_items', 'success_url'],
    answer: (account, form) => shown(account.createSession(form)),
  },
  {
    method: 'GET',
    path: pattern('checkout/sessions/:id'),
    known: ['expand'],
    answer: (account, _form, id) => shown(account.get(id, 'checkout.session')),
  },
  {
    method: 'POST',
    path: pattern('checkout/sessions/:id/expire'),
    known: [],
    answer: (account, _form, id) => shown(account.expireSession(id)),
  },
  {
    method: 'POST',
    path: pattern('refunds'),
    known: ['payment_intent', 'amount', 'reason', 'metadata'],
    required: ['payment_intent'],
    answer: (account, form) => account.createRefund(form),
  },
  { method: 'GET', path: pattern('events'), known: LISTED, answer: list },
];

/** What the API answers. @throws ApiError */
export function answerOf(account: StripeAccount, method: string, url: URL, form: Form): object {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(url) : null;
    if (match === null) continue;
    assertParameters(route, form);
    return route.answer(account, form, match.pathname.groups['id'] ?? '');
  }
  throw new ApiError(
    404,
    'invalid_request_error',
    `Unrecognized request URL (${method}: ${url.pathname})`,
  );
}

function assertParameters({ known, required = [] }: Route, form: Form): void {
  const unknown = Object.keys(form).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw invalid(`Received unknown parameter: ${unknown}`, 'parameter_unknown', unknown);
  }
  const absent = required.find((name) => form[name] === undefined);
  if (absent !== undefined) {
    throw invalid(`Missing required param: ${absent}.`, 'parameter_missing', absent);
  }
}
