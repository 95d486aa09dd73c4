/** The part of citeproc-js 2.4 that we use; the package brings no types. */
declare module 'citeproc' {
  /** A CSL style or locale as citeproc's own JSON form of its XML. */
  export interface XmlNode {
    name: string;
    attrs: Record<string, string>;
    children: (XmlNode | string)[];
  }

  interface System {
    retrieveLocale(language: string): XmlNode;
    retrieveItem(id: string): object;
  }

  interface CiteItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
  }

  interface Citation {
    citationID: string;
    citationItems: CiteItem[];
    properties: { index: number; noteIndex: number };
  }

  interface OutputFormat {
    text_escape(text: string): string;
    bibstart: string;
    bibend: string;
    [decoration: string]:
      | string
      | false
      | ((this: unknown, state: EngineState, text: string) => string)
      | ((text: string) => string);
  }

  interface EngineState {
    getTerm(name: string): string;
  }

  class Engine implements EngineState {
    constructor(system: System, style: XmlNode, language: string, force: boolean);
    readonly opt: {
      development_extensions: { wrap_url_and_doi: boolean };
    };
    getTerm(name: string): string;
    setOutputFormat(mode: string): void;
    updateItems(ids: readonly string[]): void;
    rebuildProcessorState(
      citations: readonly Citation[],
      mode: string,
    ): [citationId: string, noteIndex: number, text: string][];
    /** Deprecated for editors, where it would write all anew; the citations are at least one. */
    restoreProcessorState(
      citations: readonly Citation[],
    ): [report: object, texts: [index: number, text: string, citationId: string][]];
    /** False when the style has no bibliography. */
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }

  /** Tells works apart whose citations look alike. */
  class Disambiguation {
    readonly state: { opt: Record<string, unknown> };
    /** Ids of works by the short form of their citations. */
    readonly ambigcites: Partial<Record<string, readonly string[]>>;
    run(shortForm: string): void;
  }

  /** Turns quotation marks and tags in texts into styles. */
  interface FlipFlopper {
    processTags(blob: { blobs: string }): void;
  }

  const CSL: {
    Engine: typeof Engine;
    Disambiguation: typeof Disambiguation;
    Util: { FlipFlopper: (this: FlipFlopper, state: EngineState) => void };
    getSortCompare: (this: EngineState, locale?: string) => (a: string, b: string) => number;
    parseXml(xml: string): XmlNode;
    Output: { Formats: Record<string, OutputFormat> };
  };
  export default CSL;
  export type { Citation, CiteItem, Disambiguation, Engine, FlipFlopper, OutputFormat, System };
}
