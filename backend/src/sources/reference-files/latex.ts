/** What LaTeX does not take as it is. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Signs that LaTeX would join to another one: `--`, `''`. */
const JOINED = /([-'`])(?=\1)/g;

/** The text as it stands in a LaTeX file in UTF-8, where accents need no commands. */
export function toLatex(text: string): string {
  const escaped = text.replace(/[\\{}$&%#_^~]/g, (sign) => COMMANDS[sign] ?? sign);
  return escaped.replace(JOINED, '$1{}').replaceAll('\u00a0', '~');
}
