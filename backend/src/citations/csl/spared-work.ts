import CSL, { type Disambiguation, type FlipFlopper, type NameRegister } from 'citeproc';
import { installLeanerSteps } from './leaner-steps';

let installed = false;

/**
 * Whether a short form is that of one work alone. Where given names tell works apart, one may need
 * the names of all others first, and citeproc sees to it.
 */
function isLone({ state, ambigcites }: Disambiguation, shortForm: string): boolean {
  return state.opt['disambiguate-add-givenname'] !== true && ambigcites[shortForm]?.length === 1;
}

/** Works are written once more to tell them from others only where there are some that they look like. */
function spareLoneWorks(): void {
  const { run } = CSL.Disambiguation.prototype;
  CSL.Disambiguation.prototype.run = function (this: Disambiguation, shortForm: string): void {
    if (!isLone(this, shortForm)) run.call(this, shortForm);
  };
}

/** Tags, and the quotation marks that citeproc knows in every locale; an apostrophe is read as one. */
const MARKED = /[<"'’]/;
const QUOTES = ['open-quote', 'close-quote', 'open-inner-quote', 'close-inner-quote'];

/** How much of a given name citeproc prints: nothing, its initials, or all of it. */
const GIVEN = { none: 0, initials: 1, whole: 2 } as const;

/**
 * Names are registered to tell given names apart, several times for each that is written. Styles that do
 * not do so need no register: how much of a name is printed follows from its form.
 */
function spareNameRegisters(): void {
  const { NameReg } = CSL.Registry;
  CSL.Registry.NameReg = function (this: NameRegister, state) {
    NameReg.call(this, state);
    const { addname, evalname } = this;
    const idle = () => !state.opt['disambiguate-add-givenname'];
    this.addname = (...name) => {
      if (!idle()) addname.apply(this, name);
    };
    this.evalname = (...name) => {
      const [, , , , form, initials] = name;
      if (!idle() || !form) return evalname.apply(this, name);
      if (form === 'short') return GIVEN.none;
      return typeof initials === 'string' ? GIVEN.initials : GIVEN.whole;
    };
  };
}

/** Texts are looked through for quotations and tags only where they can have any. */
function sparePlainTexts(): void {
  const { FlipFlopper } = CSL.Util;
  CSL.Util.FlipFlopper = function (this: FlipFlopper, state) {
    FlipFlopper.call(this, state);
    const { processTags } = this;
    const quotes = QUOTES.map((name) => state.getTerm(name)).filter(Boolean);
    this.processTags = (blob) => {
      const { blobs: text } = blob;
      const marked = MARKED.test(text) || quotes.some((quote) => text.includes(quote));
      if (marked) processTags.call(this, blob);
    };
  };
}

/** One collation for a whole list; citeproc asks for it anew to compare any two keys. */
function spareCollations(): void {
  CSL.getSortCompare = (locale) => {
    const { compare } = new Intl.Collator(locale || 'en-US', {
      sensitivity: 'base',
      ignorePunctuation: true,
      numeric: true,
    });
    return (a, b) => compare(a.toLowerCase(), b.toLowerCase());
  };
}

/** Spares citeproc work that changes nothing of what it writes. */
export function installSparedWork(): void {
  if (installed) return;
  installed = true;
  spareLoneWorks();
  spareNameRegisters();
  sparePlainTexts();
  spareCollations();
  installLeanerSteps();
}
