import CSL, {
  type Blob,
  type EngineState,
  type NestedBraces,
  type Stack,
  type Token,
} from 'citeproc';

/** Steps that citeproc takes hundreds of thousands of times for a thesis. */

function leanStacks(): void {
  CSL.Stack.prototype.value = function (this: Stack) {
    return this.mystack[this.mystack.length - 1];
  };
}

/** One step through a style; citeproc makes a function for each. */
function leanTokens(): void {
  CSL.tokenExec = function (this: EngineState, token: Token, item, cite) {
    let { next } = token;
    if (token.test) {
      const passed = Boolean(token.test(item, cite));
      this.tmp.jump.replace(passed ? 'succeed' : 'fail');
      next = passed ? token.succeed : token.fail;
    }
    for (const exec of token.execs) next = exec.call(token, this, item, cite) || next;
    return next;
  };
}

/** A piece of a text with its looks, copied by the engine and not one by one. */
function leanBlobs(): void {
  const { prototype } = CSL.Blob;
  function LeanBlob(this: Blob, content?: unknown, token?: Token | true, levelname?: string) {
    this.levelname = levelname;
    this.strings = token
      ? { prefix: '', suffix: '', ...(token as Token).strings }
      : { prefix: '', suffix: '', delimiter: '' };
    const { decorations = [] } = (token || {}) as Partial<Token>;
    this.decorations = decorations.map((decoration) => decoration.slice());
    this.blobs = typeof content === 'string' ? content : content ? [content] : [];
    this.alldecor = [this.decorations];
  }
  CSL.Blob = LeanBlob as unknown as typeof CSL.Blob;
  CSL.Blob.prototype = prototype;
}

/** Languages whose letters have capitals of their own, and Greek, whose capitals lose their accents. */
const OWN_CASE = /^(?:tr|az|lt|el)\b/i;

const hasOwnCase = ({ tmp }: EngineState) => OWN_CASE.test(tmp.lang_array?.[0] ?? '');

function leanCases(): void {
  const { toLocaleLowerCase, toLocaleUpperCase } = CSL;
  CSL.toLocaleLowerCase = function (this: EngineState, text) {
    return hasOwnCase(this) ? toLocaleLowerCase.call(this, text) : text.toLowerCase();
  };
  CSL.toLocaleUpperCase = function (this: EngineState, text) {
    return hasOwnCase(this) ? toLocaleUpperCase.call(this, text) : text.toUpperCase();
  };
}

/** Remembers what an engine was told for each key. */
function remembering() {
  const engines = new WeakMap<EngineState, Map<string, string>>();
  return (state: EngineState, key: string, tell: () => string): string => {
    const known = engines.get(state) ?? new Map<string, string>();
    engines.set(state, known);
    const value = known.get(key) ?? tell();
    known.set(key, value);
    return value;
  };
}

/** A title is written in a note, in the bibliography, and to tell its work from others. */
function rememberTitles(): void {
  const { title } = CSL.Output.Formatters;
  const remembered = remembering();
  CSL.Output.Formatters.title = (state, text) => {
    const key = `${state.opt.lang} ${String(state.tmp.lang_array?.[0])} ${text}`;
    return remembered(state, key, () => title(state, text));
  };
}

/** So are the initials of a name. */
function rememberInitials(): void {
  const { Names } = CSL.Util;
  const { initializeWith } = Names;
  const remembered = remembering();
  Names.initializeWith = (state, name, ...form) => {
    const key = JSON.stringify([name, ...form]);
    return remembered(state, key, () => initializeWith.call(Names, state, name, ...form));
  };
}

const BRACKET = /[()]/;

/** Affixes are looked through for brackets only where they have any. */
function leanBraces(): void {
  const { checkNestedBrace } = CSL;
  CSL.checkNestedBrace = function (this: NestedBraces, state: EngineState) {
    checkNestedBrace.call(this, state);
    const { update } = this;
    this.update = (text) =>
      text === undefined || BRACKET.test(text) ? update.call(this, text) : text;
  };
}

/** Has citeproc take the same steps with fewer means. */
export function installLeanerSteps(): void {
  leanStacks();
  leanTokens();
  leanBlobs();
  leanCases();
  rememberTitles();
  rememberInitials();
  leanBraces();
}
