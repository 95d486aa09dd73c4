// @ts-check
/** Rated so, a hole is mended before anything is released (docs/security.md, “Components”). */
const GRAVE = ['high', 'critical'];

/**
 * What `npm audit --json` prints: a report, or, where the registry does not answer, an error.
 *
 * @typedef {object} Answer
 * @property {Record<string, { name: string, severity: string, range: string, fixAvailable: unknown }>} [vulnerabilities]
 * @property {string} [message]
 * @property {number} [statusCode]
 * @property {{ summary?: string, code?: string }} [error]
 */

/** @typedef {{ asked: boolean, grave: boolean, lines: string[] }} Verdict */

/** @param {string} output of `npm audit --json` @returns {Verdict} */
export function verdictOf(output) {
  const { vulnerabilities, ...rest } = parse(output);
  if (vulnerabilities === undefined) return unasked(rest);
  const found = Object.values(vulnerabilities);
  const lines = found.map(({ name, severity, range, fixAvailable }) => {
    return `${severity}: ${name} ${range}${fixAvailable ? ', mended in a later version' : ''}`;
  });
  const grave = found.some(({ severity }) => GRAVE.includes(severity));
  return { asked: true, grave, lines: lines.length > 0 ? lines : ['No hole is known.'] };
}

/** @param {string} output @returns {Answer} */
function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return { message: 'npm gave no answer' };
  }
}

/**
 * Registries of companies and mirrors hand out packages, but seldom this. That is no hole, nor the
 * absence of one.
 *
 * @param {Answer} answer @returns {Verdict}
 */
function unasked({ message, statusCode, error }) {
  const why = statusCode ?? error?.code ?? error?.summary ?? message ?? 'no reason given';
  const lines = [
    `Not checked: the registry does not tell known holes (${why}).`,
    'Run npm audit --omit dev where it does, before each release (docs/supply-chain.md).',
  ];
  return { asked: false, grave: false, lines };
}
