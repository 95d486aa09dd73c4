import CSL, { type Disambiguation, type FlipFlopper } from 'citeproc';
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
  sparePlainTexts();
  spareCollations();
  installLeanerSteps();
}
