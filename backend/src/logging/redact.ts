const PATTERNS: readonly [RegExp, string][] = [
  // user:password in a connection string
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[redacted]@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  // JSON web tokens
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/\b(sk|pk|rk|whsec)[-_][\w-]{8,}/g, '[redacted]'],
  [/[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+\.[^\s@"'<>(),;:]+/g, '[address]'],
  [/\b(token|code|secret|password|key|signature)=[^\s&"']+/gi, '$1=[redacted]'],
];

/** A text without what must not reach a log: credentials, tokens, keys, mail addresses. */
export function redact(text: string): string {
  return PATTERNS.reduce((clean, [pattern, mask]) => clean.replace(pattern, mask), text);
}

/** Longest message kept; what is longer is data that an error carried along. */
const MAX_MESSAGE = 500;

/**
 * Classes of PostgreSQL's errors whose messages quote what was to be stored: about data, about
 * constraints, and raised by procedures (SQLSTATE, appendix A of its manual).
 */
const QUOTES_DATA = /^(22|23|44|P0)[\dA-Z]{3}$/;

function messageOf({ message, code }: NodeJS.ErrnoException): string {
  if (code !== undefined && QUOTES_DATA.test(code)) return 'the database refused the data';
  return redact(message.slice(0, MAX_MESSAGE));
}

interface LoggedError {
  type: string;
  code?: string;
  message: string;
  /** Places only: the message above the frames may hold data. */
  frames: string[];
  cause?: LoggedError;
}

const MAX_FRAMES = 8;
const FRAME = /^\s+at \S.*(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/;

/** Behind the message, whose own lines may look like places; none where it cannot be told apart. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at === -1) return [];
  const places = stack.slice(at + message.length);
  const frames = places.split('\n').filter((line) => FRAME.test(line));
  return frames.slice(0, MAX_FRAMES).map((line) => line.trim());
}

const MAX_CAUSES = 3;

/** An error as it may be logged: by allow-list, since libraries hang data on their errors. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', frames: [] };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: messageOf(error),
    frames: framesOf(error),
    ...(error.cause !== undefined &&
      depth < MAX_CAUSES && { cause: loggedError(error.cause, depth + 1) }),
  };
}
