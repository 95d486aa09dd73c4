import CSL, { type Disambiguation } from 'citeproc';

let installed = false;

/**
 * Whether a short form is that of one work alone. Where given names tell works apart, one may need
 * the names of all others first, and citeproc sees to it.
 */
function isLone({ state, ambigcites }: Disambiguation, shortForm: string): boolean {
  return state.opt['disambiguate-add-givenname'] !== true && ambigcites[shortForm]?.length === 1;
}

/**
 * Has citeproc write no work once more to tell it from others where there is none that it looks like:
 * it does so when a work is added, and again at each of its first two citations.
 */
export function installLoneWorks(): void {
  if (installed) return;
  installed = true;
  const { run } = CSL.Disambiguation.prototype;
  CSL.Disambiguation.prototype.run = function (this: Disambiguation, shortForm: string): void {
    if (!isLone(this, shortForm)) run.call(this, shortForm);
  };
}
