/** How a run of text is set; absent means plain. */
export interface RunStyle {
  italic?: boolean;
  bold?: boolean;
  underline?: boolean;
  smallCaps?: boolean;
  position?: 'superscript' | 'subscript';
  /** Absolute http(s) address. */
  href?: string;
}

/** A piece of text in one style. */
export interface Run extends RunStyle {
  text: string;
}

/** Text ready to be set: plain characters, no markup and nothing to escape. */
export type FormattedText = readonly Run[];

export function plainText(runs: FormattedText): string {
  return runs.map(({ text }) => text).join('');
}
