/** The program and the system behind a session; names as their makers write them. */
export interface Device {
  browser: string;
  system: string | null;
}

type Mark = readonly [RegExp, string];

/** Most browsers also give the names of others, so the first that fits counts. */
const BROWSERS: readonly Mark[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPX|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.* Safari\//, 'Safari'],
];

const SYSTEMS: readonly Mark[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

function firstMatch(marks: readonly Mark[], text: string): string | null {
  return marks.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/**
 * What a User-Agent header (RFC 9110, 10.1.5) tells of a session, roughly: it is for its owner to
 * recognise, and anybody can send any.
 * @returns null when it is no browser that we know
 */
export function deviceOf(userAgent: string | null): Device | null {
  if (userAgent === null) return null;
  const browser = firstMatch(BROWSERS, userAgent);
  return browser === null ? null : { browser, system: firstMatch(SYSTEMS, userAgent) };
}
