import type { Term } from '../material/term';
import { speaksOf } from '../material/term';
import type { RankedCandidate } from './select-sentences';

/** Sentences of one source that stand together under one citation, in the order of the source. */
export interface Block {
  key: string;
  /** Where it stands among the blocks of its source, from 0. */
  part: number;
  sentences: readonly RankedCandidate[];
}

export interface ParagraphPlan {
  /** What its sentences have in common; null when no word of theirs says so. */
  theme: Term | null;
  blocks: readonly Block[];
}

/** More sentences of one source in a row read like a summary of it rather than an argument. */
const LONGEST_BLOCK = 3;
const SHORTEST_PARAGRAPH = 3;
const LONGEST_PARAGRAPH = 6;

const sentencesIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { sentences }) => sum + sentences.length, 0);

export function inSourceOrder(a: RankedCandidate, b: RankedCandidate): number {
  return a.passage - b.passage || a.start - b.start;
}

/** The sentences of each source, divided evenly into blocks. */
export function blocksOf(sentences: readonly RankedCandidate[]): Block[] {
  const bySource = Map.groupBy(sentences, ({ key }) => key);
  return [...bySource].flatMap(([key, own]) => {
    const ordered = [...own].sort(inSourceOrder);
    const count = Math.ceil(ordered.length / LONGEST_BLOCK);
    return Array.from({ length: count }, (_, part) => {
      const cut = (at: number) => Math.round((at * ordered.length) / count);
      return { key, part, sentences: ordered.slice(cut(part), cut(part + 1)) };
    });
  });
}

function weightOf({ sentences }: Block, theme: Term): number {
  return sentences.filter((sentence) => speaksOf(sentence, theme)).length;
}

/** The blocks that speak most of a theme, up to one paragraph of them. */
function gather(blocks: readonly Block[], theme: Term): Block[] {
  const ranked = blocks
    .map((block) => ({ block, weight: weightOf(block, theme) / block.sentences.length }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const taken: Block[] = [];
  // What a source says first prepares what it says later, so its blocks keep their order
  const isNext = ({ key, part }: Block) =>
    blocks.every((one) => one.key !== key || one.part >= part || taken.includes(one));
  for (const { block } of ranked) {
    const fits = sentencesIn(taken) + block.sentences.length <= LONGEST_PARAGRAPH;
    if (fits && isNext(block)) taken.push(block);
  }
  return taken;
}

function themeValue(blocks: readonly Block[], theme: Term): number {
  const gathered = gather(blocks, theme);
  const speaking = gathered.reduce((sum, block) => sum + weightOf(block, theme), 0);
  const sources = new Set(gathered.map(({ key }) => key)).size;
  return sentencesIn(gathered) < SHORTEST_PARAGRAPH ? 0 : speaking + sources / 2;
}

function bestTheme(blocks: readonly Block[], themes: readonly Term[]): Term | undefined {
  const valued = themes
    .map((theme) => ({ theme, value: themeValue(blocks, theme) }))
    .filter(({ value }) => value >= 2)
    .sort((a, b) => b.value - a.value);
  return valued[0]?.theme;
}

/** What no theme gathers: in paragraphs of even length, the most relevant first. */
function remainder(blocks: readonly Block[]): ParagraphPlan[] {
  const plans: { theme: null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = plans.at(-1);
    const fits = last && sentencesIn(last.blocks) + block.sentences.length <= LONGEST_PARAGRAPH;
    if (fits) last.blocks.push(block);
    else plans.push({ theme: null, blocks: [block] });
  }
  return plans;
}

/** A paragraph of one or two sentences joins its neighbour where that stays readable. */
function withoutFragments(plans: readonly ParagraphPlan[]): ParagraphPlan[] {
  return plans.reduce<ParagraphPlan[]>((kept, plan) => {
    const last = kept.at(-1);
    const short = sentencesIn(plan.blocks) < SHORTEST_PARAGRAPH;
    if (!short || last === undefined) return [...kept, plan];
    return [...kept.slice(0, -1), { theme: last.theme, blocks: [...last.blocks, ...plan.blocks] }];
  }, []);
}

/** A section opens with what matters most to it. */
function withBestFirst(
  blocks: readonly Block[],
  order: (a: Block, b: Block) => number,
): readonly Block[] {
  const worth = ({ sentences }: Block) =>
    sentences.reduce((sum, { relevance }) => sum + relevance, 0) / sentences.length;
  const [best] = [...blocks].sort((a, b) => a.part - b.part || worth(b) - worth(a));
  if (best === undefined) return blocks;
  return [best, ...blocks.filter((block) => block !== best).sort(order)];
}

/**
 * Paragraphs of sentences that share a theme. `themes` are the terms that may name one, the
 * section's own subject first; each names at most one paragraph. Within a paragraph older work comes before newer.
 */
export function arrangeParagraphs(
  sentences: readonly RankedCandidate[],
  themes: readonly Term[],
  yearOf: (key: string) => number,
): ParagraphPlan[] {
  let open = blocksOf(sentences);
  let names = [...themes];
  const plans: ParagraphPlan[] = [];
  for (;;) {
    // The section's own subject opens it, if its sentences name it at all
    const theme =
      bestTheme(open, plans.length === 0 ? names.slice(0, 1) : []) ?? bestTheme(open, names);
    if (theme === undefined) break;
    const blocks = gather(open, theme);
    plans.push({ theme, blocks });
    open = open.filter((block) => !blocks.includes(block));
    names = names.filter((name) => name !== theme);
  }
  const byYear = (a: Block, b: Block) => yearOf(a.key) - yearOf(b.key);
  return withoutFragments([...plans, ...remainder(open)]).map(({ theme, blocks }, index) => ({
    theme,
    blocks: index === 0 ? withBestFirst(blocks, byYear) : [...blocks].sort(byYear),
  }));
}
