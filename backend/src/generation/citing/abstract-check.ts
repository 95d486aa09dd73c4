import { checkCitations, FactsOfText, sentenceSpans, type Span } from '../../citations';
import type { Document } from '../../documents';
import { wordsOf } from '../../language';
import type { CitationFault } from './citable';
import { foreignMentions } from './foreign-mentions';

const LONGEST_SHOWN = 200;
/** A sentence that sums up has words of its own, but not mostly. */
const FEWEST_SHARED = 0.5;
/** A line that is only a heading, such as `**Abstract**`. */
const HEADING = /^\s*(?:#{1,6}\s.*|\*\*[^*\n]+\*\*:?\s*)$/gmu;

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What an abstract is held to: it says nothing that its document does not say, and cites nothing. */
export class AbstractCheck {
  private readonly whole: string;
  private readonly facts: FactsOfText;
  private readonly language: Document['language'];

  constructor(
    { title, topic, type, language, outline, sections }: Document,
    private readonly words: { fewest: number; most: number },
  ) {
    const titles = outline?.sections.map((section) => section.title) ?? [];
    const texts = sections.map(({ content }) => content);
    const about = [title, topic, type.replaceAll('_', ' '), outline?.researchQuestion ?? ''];
    this.whole = [...about, ...titles, ...texts].join('\n');
    this.facts = new FactsOfText(this.whole, language);
    this.language = language;
  }

  /** What a writer is asked to mend. */
  complaints(draft: string): string[] {
    const { fewest, most } = this.words;
    const text = onlyProse(draft);
    const count = wordsOf(text).length;
    const length = `It has ${String(count)} words; ${String(fewest)} to ${String(most)} are wanted.`;
    const faults = this.faults(text).map(({ message }) => message);
    return count < fewest || count > most ? [...faults, length] : faults;
  }

  /** One paragraph without the sentences that do not hold, not longer than allowed. */
  holding(draft: string): string {
    const text = onlyProse(draft);
    const faults = this.faults(text);
    const kept: string[] = [];
    let count = 0;
    for (const span of sentenceSpans(text, this.language)) {
      const sentence = text.slice(span.start, span.end).trim();
      if (faults.some((fault) => touches(fault, span))) continue;
      count += wordsOf(sentence).length;
      if (count > this.words.most) break;
      kept.push(sentence);
    }
    return kept.join(' ');
  }

  private faults(text: string): CitationFault[] {
    const cited = checkCitations(text, []).map(({ start, end, text: found }) => {
      return { start, end, message: `${found}: an abstract cites nothing.` };
    });
    const passages = [{ key: '', page: null, kind: 'fulltext' as const, text: this.whole }];
    const foreign = foreignMentions(text, { passages, titles: [] });
    const unsaid = sentenceSpans(text, this.language).flatMap((span) => {
      const message = this.unsaid(text.slice(span.start, span.end));
      return message === null ? [] : [{ ...span, message }];
    });
    return [...cited, ...foreign, ...unsaid];
  }

  private unsaid(sentence: string): string | null {
    const shown = sentence.slice(0, LONGEST_SHOWN);
    const missing = this.facts.missingFrom(sentence);
    if (missing.length > 0) return `The document does not have ${missing.join(', ')}: “${shown}”.`;
    return this.facts.shareOf(sentence) < FEWEST_SHARED
      ? `The document does not say: “${shown}”.`
      : null;
  }
}

const onlyProse = (draft: string): string => draft.replace(HEADING, '').replace(/\s+/g, ' ').trim();
