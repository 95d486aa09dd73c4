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
    readonly opt: { lang: string; 'disambiguate-add-givenname'?: boolean };
    readonly tmp: {
      /** Of the item and the style, the first of them first. */
      lang_array?: readonly string[];
      jump: { replace(branch: 'succeed' | 'fail'): void };
    };
    getTerm(name: string): string;
  }

  interface Stack {
    mystack: unknown[];
    value(): unknown;
  }

  type Step = (this: Token, state: EngineState, item: object, cite?: object) => unknown;

  /** An element of a style, compiled; `next`, `succeed` and `fail` are places of tokens in a list. */
  interface Token {
    readonly strings: Record<string, unknown>;
    readonly decorations?: readonly (readonly string[])[];
    readonly execs: readonly Step[];
    readonly test?: (item: object, cite?: object) => unknown;
    readonly next: unknown;
    readonly succeed: unknown;
    readonly fail: unknown;
  }

  /** A piece of what is written, or others within it. */
  interface Blob {
    levelname: string | undefined;
    strings: Record<string, unknown>;
    decorations: (readonly string[])[];
    alldecor: (readonly string[])[][];
    blobs: string | unknown[];
  }

  /** Turns round brackets within round ones into square ones. */
  interface NestedBraces {
    update(text: string | undefined): string | undefined;
  }

  interface Names {
    initializeWith(
      this: Names,
      state: EngineState,
      name: string,
      terminator?: string,
      normalizeOnly?: boolean,
    ): string;
  }

  type TextCase = (state: EngineState, text: string) => string;
  type CaseOfLanguage = (this: EngineState, text: string) => string;

  class Engine implements EngineState {
    constructor(system: System, style: XmlNode, language: string, force: boolean);
    readonly opt: {
      lang: string;
      development_extensions: { wrap_url_and_doi: boolean };
    };
    readonly tmp: EngineState['tmp'];
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

  type RegisteredName = [
    itemId: string,
    name: object,
    index: number,
    least?: number,
    form?: string,
    initials?: unknown,
  ];

  /** Who is named, and how much of a given name tells one from the others. */
  interface NameRegister {
    addname(...name: RegisteredName): void;
    evalname(...name: RegisteredName): number;
  }

  /** Turns quotation marks and tags in texts into styles. */
  interface FlipFlopper {
    processTags(blob: { blobs: string }): void;
  }

  const CSL: {
    Engine: typeof Engine;
    Disambiguation: typeof Disambiguation;
    Util: {
      FlipFlopper: (this: FlipFlopper, state: EngineState) => void;
      Names: Names;
    };
    Registry: { NameReg: (this: NameRegister, state: EngineState) => void };
    Stack: { prototype: Stack };
    Blob: { prototype: Blob };
    tokenExec: (this: EngineState, token: Token, item: object, cite?: object) => unknown;
    toLocaleLowerCase: CaseOfLanguage;
    toLocaleUpperCase: CaseOfLanguage;
    checkNestedBrace: (this: NestedBraces, state: EngineState) => void;
    getSortCompare: (this: EngineState, locale?: string) => (a: string, b: string) => number;
    parseXml(xml: string): XmlNode;
    Output: { Formats: Record<string, OutputFormat>; Formatters: { title: TextCase } };
  };
  export default CSL;
  export type {
    Blob,
    Citation,
    CiteItem,
    Disambiguation,
    Engine,
    EngineState,
    FlipFlopper,
    NameRegister,
    NestedBraces,
    OutputFormat,
    Stack,
    System,
    Token,
  };
}
