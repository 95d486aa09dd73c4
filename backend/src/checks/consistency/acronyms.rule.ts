import type { CheckFinding } from '../dto/checks';
import type { CheckedSection } from '../text-check';
import type { ConsistencyRule, Place } from './rule';

/** `… (ABC)` behind the words that it stands for. */
const BEHIND = /(?<words>[^\n().;:!?]{3,120})\s\(\s?(?<acronym>\p{Lu}[\p{Lu}\d]{1,7})s?\s?\)/gu;
/** `ABC (…)` before them. */
const BEFORE = /(?<![\p{L}\p{N}-])(?<acronym>\p{Lu}{2,8})s?\s\((?<words>\p{L}[^\n()]{5,120})\)/gu;
const ACRONYM = /(?<![\p{L}\p{N}-])\p{Lu}[\p{Lu}\d]{1,7}(?=s?(?![\p{L}\p{N}]))/gu;
const INITIAL = /(?<![\p{L}\p{M}’'])\p{L}/gu;

/** Whether the letters stand in the words in this order, the first at the beginning of one. */
function standsFor(acronym: string, words: string): boolean {
  const letters = acronym.toLowerCase();
  const text = words.toLowerCase();
  return [...text.matchAll(INITIAL)].some(({ index, 0: initial }) => {
    if (initial !== letters[0]) return false;
    let at = index;
    for (const letter of letters) {
      at = text.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  });
}

/** As many words as it has letters, and as many little ones between. */
function lastWords(words: string, letters: number): string {
  return words
    .trim()
    .split(/\s+/)
    .slice(-2 * letters)
    .join(' ');
}

interface Introduction extends Place {
  acronym: string;
}

function introductions(sectionId: string, own: string): Introduction[] {
  const behind = [...own.matchAll(BEHIND)].map((match) => ({ match, isBehind: true }));
  const before = [...own.matchAll(BEFORE)].map((match) => ({ match, isBehind: false }));
  return [...behind, ...before].flatMap(({ match, isBehind }) => {
    const { acronym = '', words = '' } = match.groups ?? {};
    const near = isBehind ? lastWords(words, acronym.length) : words;
    // another acronym in capitals explains nothing
    if (near.toUpperCase() === near || !standsFor(acronym, near)) return [];
    const at = isBehind ? match[0].lastIndexOf(acronym) : match[0].indexOf(acronym);
    const start = match.index + at;
    return [{ sectionId, acronym, start, end: start + acronym.length }];
  });
}

/** Acronyms that are introduced twice, or used before they are. */
export class AcronymsRule implements ConsistencyRule {
  private readonly used = new Map<string, Place>();
  private readonly introduced = new Map<string, { early?: Place | undefined; again: Place[] }>();

  take({ id: sectionId, own }: CheckedSection): void {
    const found = introductions(sectionId, own).sort((one, other) => one.start - other.start);
    const startsOf = new Set(found.map(({ start }) => start));
    for (const { index, 0: acronym } of own.matchAll(ACRONYM)) {
      const place = { sectionId, start: index, end: index + acronym.length };
      if (startsOf.has(index)) this.introduce(acronym, place);
      else if (!this.used.has(acronym)) this.used.set(acronym, place);
    }
  }

  private introduce(acronym: string, place: Place): void {
    const known = this.introduced.get(acronym);
    if (known !== undefined) known.again.push(place);
    else this.introduced.set(acronym, { early: this.used.get(acronym), again: [] });
  }

  findings(): CheckFinding[] {
    return [...this.introduced].flatMap(([acronym, { early, again }]) => {
      const twice = again.map((place) => {
        return { kind: 'acronym_again', ...place, message: `${acronym} was introduced before.` };
      });
      if (early === undefined) return twice;
      const message = `${acronym} is used before it is introduced.`;
      return [{ kind: 'acronym_early', ...early, message }, ...twice];
    });
  }
}
