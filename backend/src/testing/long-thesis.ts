import type { ExportInput, SectionInput } from '../exports/model/export-input';
import type { FigureInput } from '../exports/model/figure-input';
import { englishInput } from './export-input';
import { madeUpChart } from './made-up-image';

/** How much a made-up thesis holds; a share of a whole one has as much less of everything. */
const WHOLE = {
  ...{ sections: 50, paragraphs: 800, notes: 300, sources: 200, tables: 30, figures: 20 },
} as const;

const share = (whole: number, part: number) => Math.max(1, Math.round(whole * part));

const ADJECTIVES =
  'early late common rare written spoken formal local steady sudden shared private narrow broad older younger careful rapid uneven complete partial lasting brief Ukrainian Italian internationally-minded'.split(
    ' ',
  );
const NOUNS =
  'memory lesson question answer notebook school university reader teacher student exercise method result measure term week practice understanding observation comparison classroom explanation interpretation self-assessment пам’ять навчання μάθηση'.split(
    ' ',
  );
const VERBS =
  'changes supports follows limits explains describes strengthens replaces contradicts accompanies precedes outlasts'.split(
    ' ',
  );
const LINKS =
  'while|because|although|and yet|so that|unless|where|as long as|even though|before'.split('|');
const FAMILIES =
  'Marsh Okafor Lindqvist Петренко Brandt Ferrari Nováková Dubois Herrera Παππάς'.split(' ');

/** Numbers below 1, the same in every run (Park and Miller). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

type Random = ReturnType<typeof randoms>;

const one = (words: readonly string[], random: Random): string =>
  words[Math.floor(random() * words.length)] ?? '';

const phrase = (random: Random) => `the ${one(ADJECTIVES, random)} ${one(NOUNS, random)}`;

const clause = (random: Random) =>
  `${phrase(random)} ${one(VERBS, random)} ${phrase(random)} of ${phrase(random)}`;

/** About 25 words. */
function sentence(random: Random): string {
  const words = `${clause(random)}, ${one(LINKS, random)} ${clause(random)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** About 100 words; the last sentence takes a citation. */
function paragraph(random: Random, citation: string): string {
  const sentences = Array.from({ length: 4 }, () => sentence(random));
  return `${sentences.join('. ')}${citation}.`;
}

function table(number: number, random: Random): string {
  const rows = Array.from({ length: 6 }, (_, row) => {
    const figures = Array.from({ length: 3 }, () => (random() * 100).toFixed(1));
    return `| ${phrase(random)} ${String(row + 1)} | ${figures.join(' | ')} |`;
  });
  const head = `| Measure ${String(number)} | First | Second | Third |\n| :-- | --: | --: | :-: |`;
  return `${head}\n${rows.join('\n')}`;
}

/** Half a page of them is as wide as the text. */
const CHART = { width: 1200, height: 600 } as const;

function figure(index: number): FigureInput {
  const random = randoms(index + 31);
  const key = `chart${String(index + 1)}`;
  return {
    ...{ key, ...CHART, mediaType: 'image/png', sha256: key, storageKey: key },
    caption: `How ${clause(random)}`,
    altText: `Bars that show ${phrase(random)}`,
    data: madeUpChart(CHART.width, CHART.height, random),
  };
}

const keyOf = (index: number) => `source${String(1900 + index)}`;

function source(index: number) {
  const random = randoms((index + 7) * 65_537);
  const family = one(FAMILIES, random);
  const csl = {
    id: keyOf(index),
    type: 'article-journal',
    title: `On ${phrase(random)} and ${phrase(random)}`,
    author: [{ family, given: 'A. B.' }],
    issued: { 'date-parts': [[1900 + (index % 120)]] },
    'container-title': `Journal of ${one(NOUNS, random)} studies`,
    volume: String(1 + (index % 40)),
    page: `${String(index)}-${String(index + 20)}`,
    DOI: `10.5555/${String(1000 + index)}`,
  };
  return { key: csl.id, csl };
}

/** Whether the `count` things that are spread over all paragraphs put one at this one. */
function falls(paragraphIndex: number, count: number, paragraphs: number): boolean {
  const before = Math.floor((paragraphIndex * count) / paragraphs);
  return Math.floor(((paragraphIndex + 1) * count) / paragraphs) > before;
}

function blocksOf(part: number, figures: readonly FigureInput[]): string[] {
  const random = randoms(11);
  const count = (whole: number) => share(whole, part);
  const paragraphs = count(WHOLE.paragraphs);
  let notes = 0;
  const shown = figures.values();
  return Array.from({ length: paragraphs }, (_, index): string => {
    const noted = falls(index, count(WHOLE.notes), paragraphs);
    const key = keyOf(notes % count(WHOLE.sources));
    if (noted) notes += 1;
    const text = paragraph(random, noted ? ` [@${key}, p. ${String(1 + (index % 90))}]` : '');
    const tabled = falls(index, count(WHOLE.tables), paragraphs);
    const chart = falls(index, figures.length, paragraphs) ? shown.next().value : undefined;
    return [
      text,
      ...(tabled ? [table(index, random)] : []),
      ...(chart ? [`![${chart.caption}](figure:${chart.key})`] : []),
    ].join('\n\n');
  });
}

function sectionsOf(part: number, figures: readonly FigureInput[]): SectionInput[] {
  const random = randoms(13);
  const sections = share(WHOLE.sections, part);
  const blocks = blocksOf(part, figures);
  const paragraphs = blocks.length;
  return Array.from({ length: sections }, (_, index): SectionInput => {
    const [chapter, place] = [Math.floor(index / 5) + 1, index % 5];
    const from = Math.floor((index * paragraphs) / sections);
    return {
      id: `section-${String(index)}`,
      number: place === 0 ? String(chapter) : `${String(chapter)}.${String(place)}`,
      title: `Of ${phrase(random)}`,
      level: place === 0 ? 1 : 2,
      content: blocks.slice(from, Math.floor(((index + 1) * paragraphs) / sections)).join('\n\n'),
      writer: null,
    };
  });
}

/**
 * A made-up thesis, the same in every run: 80,000 words on about 230 pages with 300 notes that cite
 * 200 works, 30 tables and 20 figures. Its sentences say nothing.
 * @param part of a whole one; 2 for one that is twice as long
 */
export function longThesis(part = 1): ExportInput {
  const figures = Array.from({ length: share(WHOLE.figures, part) }, (_, index) => figure(index));
  return englishInput({
    title: 'On memory, навчання and μάθηση',
    type: 'doctoral_thesis',
    citationStyle: 'chicago_notes',
    sections: sectionsOf(part, figures),
    sources: Array.from({ length: share(WHOLE.sources, part) }, (_, index) => source(index)),
    figures,
  });
}
