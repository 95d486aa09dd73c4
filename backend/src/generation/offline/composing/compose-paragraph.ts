import type { SourceBrief } from '../../tasks/task-parts';
import { speaksOf, type Term } from '../material/term';
import { type Block, inSourceOrder, type ParagraphPlan } from './arrange-paragraphs';
import type { Paragraph, Piece } from './composition';
import { asPlainText } from './plain-text';
import type { RankedCandidate } from './select-sentences';
import type { Voice } from './voice';

export type SourcesByKey = ReadonlyMap<string, SourceBrief>;

const connecting = (text: string): Piece => ({ kind: 'connecting', text });

/** Neighbours of one source become one block, so that it is cited once for both. */
export function joined(blocks: readonly Block[]): Block[] {
  return blocks.reduce<Block[]>((kept, block) => {
    const last = kept.at(-1);
    if (last?.key !== block.key) return [...kept, block];
    const sentences = [...last.sentences, ...block.sentences].sort(inSourceOrder);
    return [...kept.slice(0, -1), { ...last, sentences }];
  }, []);
}

function follows(sentence: RankedCandidate, before: RankedCandidate | undefined): boolean {
  if (before === undefined) return false;
  const { passage, page, quoted } = sentence;
  if (quoted !== before.quoted || page !== before.page) return false;
  // A quotation is one piece of the source; summaries may be put together from several places
  const gap = sentence.start - before.end;
  return !quoted || (passage === before.passage && gap >= 0 && gap <= 1);
}

/** A citation that is further away leaves a reader in doubt what it holds for. */
const SENTENCES_PER_CITATION = 3;

/** Even parts of at most {@link SENTENCES_PER_CITATION}. */
function inParts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / SENTENCES_PER_CITATION);
  const cut = (part: number) => Math.ceil((part * items.length) / count);
  return Array.from({ length: count }, (_, part) => items.slice(cut(part), cut(part + 1)));
}

/** The sentences of a block, divided where one citation no longer holds for all of them. */
function citable({ sentences }: Block): RankedCandidate[][] {
  const groups: RankedCandidate[][] = [];
  for (const sentence of sentences) {
    const group = groups.at(-1);
    if (group !== undefined && follows(sentence, group.at(-1))) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups.flatMap(inParts);
}

/** The sentences of one source, with citations. */
export function composeBlock(block: Block, voice: Voice): Piece[] {
  return citable(block).flatMap((sentences, index): Piece[] => {
    const copied: Piece = { kind: 'copied', sentences };
    const again = index > 0 && sentences[0]?.quoted === true;
    return again ? [connecting(voice.furtherQuotation()), copied] : [copied];
  });
}

/** A label of more words would read like a sentence inside one. */
const LONGEST_NAME = 5;

/** Composes the paragraphs of one section, one after the other. */
export class ParagraphComposer {
  /** Sources that the section has introduced; the next time they need no introduction. */
  private readonly introduced = new Set<string>();

  constructor(
    private readonly voice: Voice,
    private readonly sources: SourcesByKey,
    private readonly subject: Term,
  ) {}

  /** Perhaps a sentence that names the theme, then the sources one after the other. */
  compose(plan: ParagraphPlan, position: number): Paragraph {
    const opening = position === 0 ? this.openSection() : this.openParagraph(plan, position);
    let leads = 0;
    const pieces = joined(plan.blocks).flatMap((block, index) => {
      // One named voice a paragraph; with every source named, the naming would beat time
      const quoted = block.sentences[0]?.quoted === true;
      const wanted = quoted || (leads === 0 && index > 0 && block.sentences.length > 1);
      const lead = wanted ? this.lead(block, quoted) : [];
      leads += lead.length;
      this.introduced.add(block.key);
      return [...lead, ...composeBlock(block, this.voice)];
    });
    return [...opening, ...pieces];
  }

  private openSection(): Piece[] {
    const { label } = this.subject;
    // Every third section begins with its sources at once
    if (this.voice.place % 3 === 0 || label.split(' ').length > LONGEST_NAME) return [];
    return [connecting(this.voice.about('firstTheme', this.named(label)))];
  }

  private openParagraph({ theme, blocks }: ParagraphPlan, position: number): Piece[] {
    const first = blocks[0]?.sentences[0];
    if (theme === null || first === undefined) return [];
    // A first sentence that names the theme by itself is an opening too; they take turns
    if (position % 2 === 0 && speaksOf(first, theme)) return [];
    return [connecting(this.voice.about('furtherTheme', this.named(theme.label)))];
  }

  private named(label: string): string {
    return this.voice.phrases.theme(asPlainText(label));
  }

  private lead({ key }: Block, quoted: boolean): Piece[] {
    const source = this.sources.get(key);
    if (source === undefined || (this.introduced.has(key) && !quoted)) return [];
    const text = quoted ? this.voice.leadToQuotation(source) : this.voice.leadToSummary(source);
    return text === null ? [] : [connecting(text)];
  }
}
