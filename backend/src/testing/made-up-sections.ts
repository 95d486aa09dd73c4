import type { ExportInput, SectionInput } from '../exports/model/export-input';
import type { FigureInput } from '../exports/model/figure-input';
import { madeUpChart } from './made-up-image';

const WORDS =
  'memory lesson question answers notebook of the and in which university a reader teachers exercise method-based results measured terms week to practice understanding for observation compared classroom explanations interpretation with self-assessment short; long, still is was it'.split(
    ' ',
  );

type Random = () => number;

const under = (limit: number, random: Random) => Math.floor(random() * limit);

const words = (count: number, random: Random) =>
  Array.from({ length: count }, () => WORDS[under(WORDS.length, random)] ?? '').join(' ');

/** Of up to 180 words, some of them in italics, with up to two citations. */
function paragraph(keys: readonly string[], random: Random): string {
  const cited = () =>
    random() < 0.3
      ? ` [@${keys[under(keys.length, random)] ?? ''}, p. ${String(under(300, random))}]`
      : '';
  const most = random() < 0.3 ? 15 : 90;
  const some = () => words(1 + under(most, random), random);
  return `${some()} *${words(1 + under(3, random), random)}*${cited()} ${some()}${cited()}.`;
}

function table(random: Random): string {
  const columns = 2 + under(3, random);
  const row = () =>
    `| ${Array.from({ length: columns }, () => words(1 + under(9, random), random)).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(columns)}`;
  const rows = Array.from({ length: 1 + under(9, random) }, row);
  const caption = random() < 0.6 ? `Table: ${words(3 + under(20, random), random)}\n\n` : '';
  return `${caption}${row()}\n${rule}\n${rows.join('\n')}`;
}

const list = (random: Random) =>
  Array.from(
    { length: 2 + under(4, random) },
    () => `- ${words(2 + under(30, random), random)}`,
  ).join('\n');

function block(keys: readonly string[], figures: readonly FigureInput[], random: Random): string {
  const kind = random();
  if (kind < 0.07) return table(random);
  if (kind < 0.12) return list(random);
  if (kind < 0.17) return `> ${paragraph(keys, random)}`;
  if (kind < 0.22) return `### ${words(2 + under(6, random), random)}`;
  if (kind < 0.26) {
    return `![${words(2 + under(20, random), random)}](figure:${figures[under(figures.length, random)]?.key ?? ''})`;
  }
  return paragraph(keys, random);
}

function figure(index: number, random: Random): FigureInput {
  const [width, height] = [200 + under(500, random), 50 + under(400, random)];
  const key = `made${String(index)}`;
  return {
    ...{ key, width, height, mediaType: 'image/png', sha256: key, storageKey: key },
    ...{ caption: '', altText: '', data: madeUpChart(20, 10, random) },
  };
}

/**
 * Sections of every kind of block, in any order, for what has to hold whatever a text consists of.
 * @param keys of works to cite
 * @param random numbers from 0 to below 1
 */
export function madeUpSections(
  keys: readonly string[],
  random: Random,
): Pick<ExportInput, 'sections' | 'figures'> {
  const figures = Array.from({ length: 3 }, (_, index) => figure(index, random));
  const sections = Array.from({ length: 12 }, (_, index): SectionInput => {
    const level = index === 0 || random() < 0.3 ? 1 : 2;
    const blocks = Array.from({ length: under(12, random) }, () => block(keys, figures, random));
    return {
      ...{ id: `made-${String(index)}`, number: String(index + 1), level, writer: null },
      title: words(1 + under(7, random), random),
      content: blocks.join('\n\n'),
    };
  });
  return { sections, figures };
}
