import type { SourceBrief } from '../../tasks/task-parts';
import type { Phrases } from '../phrases';
import { asPlainText } from './plain-text';

type Named = 'firstTheme' | 'furtherTheme' | 'onward';
type Rotating = Named | 'authorLeads' | 'workLeads' | 'quotationLeads' | 'furtherQuotation';

const LONGEST_TITLE = 6;

/** The title without its subtitle, if it is short enough to be named in a sentence. */
function shortTitle({ title }: SourceBrief): string | null {
  const main = title.split(/[:.?!]/)[0]?.trim() ?? '';
  return main !== '' && main.split(/\s+/).length <= LONGEST_TITLE ? main : null;
}

/** How many phrases of each list a section uses, about: the next section starts behind them. */
const USES: Record<Rotating, number> = {
  firstTheme: 1,
  furtherTheme: 2,
  onward: 1,
  authorLeads: 2,
  workLeads: 1,
  quotationLeads: 3,
  furtherQuotation: 1,
};

/**
 * Takes the phrases of a language in turn. The turn of a section follows from its place in the
 * outline, so that the same task always gives the same text.
 */
export class Voice {
  private readonly turns = new Map<Rotating, number>();

  constructor(
    readonly phrases: Phrases,
    readonly place: number,
  ) {}

  private turn(list: Rotating): number {
    const turn = this.turns.get(list) ?? this.place * USES[list];
    this.turns.set(list, turn + 1);
    return turn % this.phrases[list].length;
  }

  about(list: Named, name: string): string {
    return this.phrases[list][this.turn(list)]?.(name) ?? '';
  }

  /** In the quotation marks of the language; markup in it is none. */
  quoted(text: string): string {
    const [open, close] = this.phrases.quotes;
    return open + asPlainText(text) + close;
  }

  /** Names whose words come next, and now and then the work; null when it has no author. */
  leadToSummary(source: SourceBrief): string | null {
    const authors = this.authorsOf(source);
    if (authors === null) return null;
    const work = shortTitle(source);
    const turn = this.turn('authorLeads');
    if (work === null || turn % 2 === 0) {
      return this.phrases.authorLeads[turn]?.(authors.label, authors.several) ?? null;
    }
    const lead = this.phrases.workLeads[this.turn('workLeads')];
    return lead?.(authors.label, authors.several, this.quoted(work)) ?? null;
  }

  leadToQuotation(source: SourceBrief): string | null {
    const authors = this.authorsOf(source);
    if (authors === null) return null;
    const lead = this.phrases.quotationLeads[this.turn('quotationLeads')];
    return lead?.(authors.label, authors.several) ?? null;
  }

  private authorsOf(source: SourceBrief): { label: string; several: boolean } | null {
    const names = source.authors.filter((name) => name.trim() !== '').map(asPlainText);
    const [first, second] = names;
    if (first === undefined) return null;
    const { and, withColleagues } = this.phrases;
    if (names.length > 2) return { label: withColleagues(first), several: true };
    return second === undefined
      ? { label: first, several: false }
      : { label: `${first} ${and} ${second}`, several: true };
  }

  furtherQuotation(): string {
    return this.phrases.furtherQuotation[this.turn('furtherQuotation')] ?? '';
  }
}
