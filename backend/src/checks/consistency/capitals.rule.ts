import { toCitableSource } from '../../citations';
import type { CheckFinding } from '../dto/checks';
import type { CheckedSection } from '../text-check';
import type { ConsistencyRule, Place, RuleContext } from './rule';

/** Behind a word in lower case and before none with a capital, so within a sentence and no name. */
const WITHIN =
  /(?<=(?:^|\s)\p{Ll}[\p{Ll}\p{M}’']{0,30},?\s)\p{L}[\p{Ll}\p{M}]{5,40}(?![\p{L}\p{M}\p{N}’'-])(?!\s+[\p{Lu}\p{N}])/gu;
/** Capitals within a word: `GitHub`, `eLearning`, `PhD`. */
const MIXED = /^\p{L}*\p{Ll}\p{L}*\p{Lu}|^\p{Lu}\p{Lu}+\p{Ll}{2,}/u;
const WORD = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}]{2,40}(?![\p{L}\p{M}])/gu;
const HEADING_OR_EMPHASIS = /^\s*#{1,6}\s[^\n]*|\*[^*\n]{1,300}\*|_[^_\n]{1,300}_/gm;
/** Once may be an oversight of the rule's own. */
const FEWEST = 2;

type Forms = Map<string, Place[]>;

function noted(forms: Map<string, Forms>, word: string, place: Place): void {
  const lower = word.toLowerCase();
  const own = forms.get(lower) ?? new Map<string, Place[]>();
  const places = own.get(word) ?? [];
  places.push(place);
  own.set(word, places);
  forms.set(lower, own);
}

const wording =
  (kept: string) =>
  (place: Place): CheckFinding => {
    return { kind: 'capitals', ...place, message: `Written “${kept}” elsewhere.` };
  };

/** The rarer forms, where each has been met often enough. */
function rarer(forms: Forms, fewest: number): CheckFinding[] {
  const often = [...forms].filter(([, places]) => places.length >= fewest);
  const [usual, ...others] = often.sort(([, one], [, other]) => other.length - one.length);
  if (usual === undefined) return [];
  return others.flatMap(([, places]) => places.map(wording(usual[0])));
}

/** The same word with and without its capitals. */
export class CapitalsRule implements ConsistencyRule {
  private readonly within = new Map<string, Forms>();
  private readonly all = new Map<string, Forms>();
  private readonly names: ReadonlySet<string>;

  constructor(private readonly context: RuleContext) {
    const authors = context.sources.flatMap((source) => toCitableSource(source).authors);
    this.names = new Set(authors.flatMap((name) => name.toLowerCase().split(/\s+/)));
  }

  take({ id: sectionId, own }: CheckedSection): void {
    const prose = own.replace(HEADING_OR_EMPHASIS, (part) => ' '.repeat(part.length));
    for (const { index, 0: word } of prose.matchAll(WORD)) {
      noted(this.all, word, { sectionId, start: index, end: index + word.length });
    }
    // German nouns have capitals, and their verbs and adjectives none
    if (this.context.language === 'de') return;
    for (const { index, 0: word } of prose.matchAll(WITHIN)) {
      noted(this.within, word, { sectionId, start: index, end: index + word.length });
    }
  }

  findings(): CheckFinding[] {
    const initials = [...this.within].flatMap(([lower, forms]) =>
      forms.size > 1 && !this.names.has(lower) ? rarer(forms, FEWEST) : [],
    );
    const mixed = [...this.all.values()].flatMap((forms) =>
      forms.size > 1 && [...forms.keys()].some((form) => MIXED.test(form)) ? rarer(forms, 1) : [],
    );
    return [...initials, ...mixed];
  }
}
