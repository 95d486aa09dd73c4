/** The parts of Citation.js 0.8 (no types of its own) that the readers use. */
declare module '@citation-js/core' {
  interface ChainOptions {
    forceType: string;
    /** The type at which to stop; CSL-JSON when left out. */
    target?: string;
    generateGraph?: boolean;
  }

  export const plugins: {
    input: { chain(data: unknown, options: ChainOptions): Record<string, unknown>[] };
    output: { format(name: string, items: unknown[], options: { format: 'object' }): unknown };
    config: { get(name: '@bibtex'): { format: { asciiOnly: boolean } } };
  };
  export const logger: { level: 'silent' | 'error' | 'warn' | 'info' | 'http' };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';

declare module '@citation-js/date' {
  export function parse(date: string): { 'date-parts'?: number[][] };
}

declare module '@citation-js/name' {
  export function parse(name: string): Record<string, string>;
}
