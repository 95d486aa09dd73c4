import { HttpErrorResponse } from '@angular/common/http';

export interface ProblemField {
  /** JSON pointer into the request body (RFC 6901). */
  pointer: string;
  message: string;
}

/** Problem details (RFC 9457) as the interface needs them, whatever really went wrong. */
export interface Problem {
  status: number;
  /** The API's stable code, or `OFFLINE` and `UNKNOWN` for what never was an answer of the API. */
  code: string;
  /** Which of several causes of the code it is; null where there is but one. */
  reason: string | null;
  detail: string;
  fields: ProblemField[];
  /** Seconds to wait, as the server asked. */
  retryAfter: number | null;
}

interface ProblemBody {
  code: string;
  reason?: string;
  detail: string;
  errors?: ProblemField[];
}

function isProblemBody(body: unknown): body is ProblemBody {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail } = body as Partial<ProblemBody>;
  return typeof code === 'string' && typeof detail === 'string';
}

/** Angular leaves the body of a failed request as text unless its type is plain JSON. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const unknownProblem = (status: number, code: string): Problem => ({
  status,
  code,
  reason: null,
  detail: '',
  fields: [],
  retryAfter: null,
});

export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return unknownProblem(0, 'UNKNOWN');
  const body = parsed(error.error);
  if (!isProblemBody(body)) {
    return unknownProblem(error.status, error.status === 0 ? 'OFFLINE' : 'UNKNOWN');
  }
  const retryAfter = Number(error.headers.get('Retry-After'));
  return {
    status: error.status,
    code: body.code,
    reason: body.reason ?? null,
    detail: body.detail,
    fields: body.errors ?? [],
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  };
}

/** What was said about one field of the request body. */
export function fieldMessage(problem: Problem | null, field: string): string | undefined {
  return problem?.fields.find(({ pointer }) => pointer === `/${field}`)?.message;
}

/** What is over by itself after a while, so that the same may be tried again. */
const PASSING = ['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL', 'UNKNOWN'];

export const passes = ({ code }: Problem): boolean => PASSING.includes(code);
