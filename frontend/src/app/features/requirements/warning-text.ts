/** A text of `requirements.notices`, or what the server says as it says it. */
export type Warning =
  | { key: 'font'; values: { font: string } }
  | { key: 'model'; values: Record<string, never> }
  | { key: null; text: string };

/** These are shown at their place, with the sentences. */
const SHOWN_ELSEWHERE = /^(The rules contradict|No rule of formatting)/;

function warningOf(text: string): Warning {
  const [, font] = /^The rules ask for (.+), which cannot be set here/.exec(text) ?? [];
  if (font !== undefined) return { key: 'font', values: { font } };
  if (text.startsWith('The language model could not read')) return { key: 'model', values: {} };
  return { key: null, text };
}

/** What the server warns of in English, as the interface says it where it knows the words. */
export const warningsOf = (warnings: readonly string[]): Warning[] =>
  warnings.filter((text) => !SHOWN_ELSEWHERE.test(text)).map(warningOf);
