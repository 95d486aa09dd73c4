/**
 * Every error the API can answer with: stable code → HTTP status and title. The codes are part of
 * the public contract; clients branch on them.
 */
export const ERROR_CODES = {
  MALFORMED_REQUEST: { status: 400, title: 'The request could not be read' },
  UNAUTHENTICATED: { status: 401, title: 'Sign-in required' },
  SIGN_IN_FAILED: { status: 401, title: 'Sign-in failed' },
  SESSION_ENDED: { status: 401, title: 'Session ended' },
  PAYMENT_REQUIRED: { status: 402, title: 'Payment required' },
  FORBIDDEN: { status: 403, title: 'Not allowed' },
  ORIGIN_REFUSED: { status: 403, title: 'Origin not allowed' },
  LINK_EXPIRED: { status: 403, title: 'Link expired' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'Method not allowed' },
  CONFLICT: { status: 409, title: 'Conflict' },
  JOB_ACTIVE: { status: 409, title: 'The document is being written' },
  INVALID_TRANSITION: { status: 409, title: 'Not possible in this state' },
  REQUEST_IN_PROGRESS: { status: 409, title: 'The same request is still running' },
  STALE_VERSION: { status: 412, title: 'Changed meanwhile' },
  FILE_TOO_LARGE: { status: 413, title: 'File too large' },
  UNSUPPORTED_FILE: { status: 415, title: 'File type not supported' },
  MISDIRECTED: { status: 421, title: 'Wrong address' },
  VALIDATION_FAILED: { status: 422, title: 'Some fields are not right' },
  UNREADABLE_FILE: { status: 422, title: 'File could not be read' },
  INVALID_CITATION: { status: 422, title: 'A citation matches no source' },
  NO_SOURCES: { status: 422, title: 'The document has no sources' },
  SOURCES_OFF_TOPIC: { status: 422, title: 'The sources do not speak about the topic' },
  NO_OUTLINE: { status: 422, title: 'The document has no outline' },
  NOTHING_TO_EXPORT: { status: 422, title: 'The document has no text yet' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'Idempotency key used for another request' },
  PRECONDITION_REQUIRED: { status: 428, title: 'If-Match required' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  TOKEN_LIMIT: { status: 429, title: 'Daily token limit reached' },
  INTERNAL: { status: 500, title: 'Something went wrong on our side' },
  WORKER_CRASHED: { status: 500, title: 'The work broke off repeatedly' },
  EXPORT_FAILED: { status: 500, title: 'The file could not be made' },
  MODEL_FAILED: { status: 502, title: 'The language model did not answer' },
  UNAVAILABLE: { status: 503, title: 'Temporarily unavailable' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;
