import { checkCitations, sentenceSpans, uncitedClaims } from '../../citations';
import { type CitationEvidence, wholeSource } from '../../documents';
import type { Citable, CitationFault } from '../citing/citable';
import { foreignMentions } from '../citing/foreign-mentions';
import { quotationFaults } from '../citing/quotation-faults';
import { withoutFaulty } from '../citing/remove-faults';
import { unknownNames } from '../citing/unknown-names';
import { gradedEvidence, type Grounds } from '../support/graded-evidence';
import { citedAs, citedItems, lostFacts, numbersOf } from './carrying-facts';
import { citationFaultsOf } from './citing-faults';
import { wordingComplaints } from './wording-complaints';
import type { Wanted } from './suggestion-material';

/** A place of a section and what stands around it. */
export interface Surroundings {
  before: string;
  text: string;
  after: string;
}

interface Sentence {
  start: number;
  end: number;
  text: string;
}

/** What another wording of one place is held to. */
export class SuggestionCheck {
  private readonly shown: Citable;

  /** @param citable every source of the document, and the passages that the writer was given */
  constructor(
    private readonly around: Surroundings,
    private readonly wanted: Wanted,
    citable: Citable,
    private readonly grounds: Grounds,
  ) {
    // what the author has written may be said again
    const own = [around.text, around.before, around.after, wanted.instruction ?? ''];
    this.shown = { ...citable, titles: [...citable.titles, ...own] };
  }

  /** What a writer is asked to mend. */
  complaints(proposed: string): string[] {
    const { text } = this.around;
    const { citations } = lostFacts(text, proposed, this.grounds.language);
    return [
      ...this.faults(proposed).map(({ message }) => message),
      ...unknownNames(proposed, this.shown),
      ...citations.map((one) => `The citation ${one} is gone. Keep it with its statement.`),
      ...wordingComplaints(text, proposed, this.wanted.action),
    ];
  }

  /** The proposal without the new sentences that do not hold. */
  holding(proposed: string): string {
    if (this.faults(proposed).length === 0) return proposed;
    return withoutFaulty(proposed, this.grounds.language, (text) => this.faults(text));
  }

  /** Whether a proposal can be shown: another text, that holds, as its action wants it. */
  isGood(proposed: string): boolean {
    const { text } = this.around;
    return (
      proposed !== '' &&
      proposed !== text &&
      this.faults(proposed).length === 0 &&
      wordingComplaints(text, proposed, this.wanted.action).length === 0
    );
  }

  /** What the citations of a checked proposal rest on, in order. */
  evidence(proposed: string, idOf: ReadonlyMap<string, string>): CitationEvidence[] {
    const graded = gradedEvidence(proposed, this.grounds);
    return citedItems(proposed).map((item) => {
      const at = graded.findIndex(
        ({ place }) => citedAs(place.item) === citedAs(item) && place.item.key === item.key,
      );
      const [found] = at === -1 ? [] : graded.splice(at, 1);
      return found?.evidence ?? wholeSource(idOf.get(item.key) ?? '', item.locator?.value ?? null);
    });
  }

  private faults(proposed: string): CitationFault[] {
    const { text } = this.around;
    const sentences = sentenceSpans(proposed, this.grounds.language).map((span) => {
      return { ...span, text: proposed.slice(span.start, span.end) };
    });
    const isOwn = ({ start, end }: { start: number; end: number }): boolean =>
      sentences
        .filter((one) => one.start < end && start < one.end)
        .every((one) => text.includes(one.text));
    return [
      ...this.unresolved(proposed),
      ...citationFaultsOf(text, proposed, this.grounds),
      ...quotationFaults(proposed, this.shown),
      ...foreignMentions(proposed, this.shown),
      ...this.newNumbers(sentences),
      ...this.newClaims(proposed),
    ].filter((fault) => !isOwn(fault));
  }

  /** As the whole section is checked when it is stored. */
  private unresolved(proposed: string): CitationFault[] {
    const { before, after } = this.around;
    const { sources, language } = this.shown;
    const start = before.length;
    const end = start + proposed.length;
    return checkCitations(before + proposed + after, sources, language)
      .filter((one) => one.start < end && start < one.end)
      .map((one) => ({
        start: Math.max(0, one.start - start),
        end: Math.min(proposed.length, one.end - start),
        message: `${one.text}: ${one.message}`,
      }));
  }

  private newNumbers(sentences: readonly Sentence[]): CitationFault[] {
    const { language } = this.grounds;
    const { text } = this.around;
    const said = [text, this.wanted.instruction ?? ''];
    const passages = this.wanted.action === 'polish' ? [] : this.grounds.passages;
    const known = new Set(
      [...said, ...passages.map((one) => one.text)].flatMap((one) => numbersOf(one, language)),
    );
    return sentences.flatMap(({ start, end, text: sentence }) =>
      numbersOf(sentence, language)
        .filter((number) => !known.has(number))
        .map((number) => ({ start, end, message: `${number} stands nowhere: leave it out.` })),
    );
  }

  /** Statements of fact without a source, where there are more of them than before. */
  private newClaims(proposed: string): CitationFault[] {
    const { language } = this.grounds;
    const grounds = { isCarried: () => false };
    const before = uncitedClaims(this.around.text, language, grounds);
    const claims = uncitedClaims(proposed, language, grounds);
    if (claims.length <= before.length) return [];
    return claims.map(({ start, end, text }) => {
      return { start, end, message: `“${text}” states a fact without a citation.` };
    });
  }
}
