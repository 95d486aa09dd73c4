import type { Element } from 'domhandler';
import type { Geometry, NumberFacts } from '../facts';
import { tally } from '../facts';
import { attribute, below, child, childrenOf, type WordFile } from './xml';

/** A section of a Word file with what stands in it. */
export interface WordSection {
  properties: Element;
  /** Its paragraphs, tables and other blocks. */
  blocks: Element[];
}

/** The sections in order: the properties of each stand in its last paragraph (ECMA-376, 17.6.18). */
export function sectionsIn(body: Element): WordSection[] {
  const sections: WordSection[] = [];
  let blocks: Element[] = [];
  for (const block of childrenOf(body)) {
    const own = block.name === 'w:sectPr' ? block : child(child(block, 'w:pPr'), 'w:sectPr');
    if (block.name !== 'w:sectPr') blocks.push(block);
    if (own === undefined) continue;
    sections.push({ properties: own, blocks });
    blocks = [];
  }
  return sections;
}

const pointsOf = (element: Element | undefined, name: string): number =>
  Number(attribute(element, `w:${name}`)) / 20;

export function geometryOf({ properties }: WordSection): Geometry {
  const [size, margins] = [child(properties, 'w:pgSz'), child(properties, 'w:pgMar')];
  return {
    width: pointsOf(size, 'w'),
    height: pointsOf(size, 'h'),
    top: pointsOf(margins, 'top'),
    right: pointsOf(margins, 'right'),
    bottom: pointsOf(margins, 'bottom'),
    left: pointsOf(margins, 'left'),
  };
}

const EDGES = { 'w:headerReference': 'top', 'w:footerReference': 'bottom' } as const;

/** Where a section shows the number of the page; undefined for nowhere. */
function positionIn(file: WordFile, { properties }: WordSection): string | undefined {
  const relations = below(file.part('word/_rels/document.xml.rels'), 'Relationship');
  for (const reference of childrenOf(properties)) {
    if (!(reference.name in EDGES)) continue;
    const id = attribute(reference, 'r:id');
    const target = relations.find((one) => attribute(one, 'Id') === id);
    const part = file.part(`word/${attribute(target, 'Target') ?? ''}`);
    const paragraph = below(part, 'w:p').find((one) => /\bPAGE\b/.test(instructionsIn(one)));
    if (paragraph === undefined) continue;
    const alignment = attribute(child(child(paragraph, 'w:pPr'), 'w:jc'), 'w:val') ?? 'left';
    return `${EDGES[reference.name as keyof typeof EDGES]}_${alignment}`;
  }
  return undefined;
}

const instructionsIn = (paragraph: Element): string =>
  below(paragraph, 'w:instrText')
    .flatMap(({ children }) => children.map((node) => ('data' in node ? node.data : '')))
    .join(' ');

function numbering({ properties }: WordSection) {
  const type = child(properties, 'w:pgNumType');
  return { format: attribute(type, 'w:fmt') ?? 'decimal', start: attribute(type, 'w:start') };
}

/** @param bodyAt which of the sections holds the body; the first is the title page */
export function numbersOf(
  file: WordFile,
  sections: readonly WordSection[],
  { bodyAt, hasFront }: { bodyAt: number; hasFront: boolean },
): NumberFacts {
  const positions = sections.map((section) => positionIn(file, section));
  const [front, body] = [sections[1], sections[bodyAt]];
  const apart = bodyAt > 1;
  const roman =
    apart && front !== undefined && body !== undefined
      ? numbering(front).format === 'lowerRoman' &&
        numbering(body).format === 'decimal' &&
        numbering(body).start === '1'
      : false;
  return {
    positions: tally(
      positions.flatMap((value, index) =>
        value === undefined ? [] : [{ value, where: `section ${String(index + 1)}` }],
      ),
    ),
    onTitlePage: positions[0] !== undefined,
    onFront: hasFront ? positions[1] !== undefined : null,
    onBody: positions[bodyAt] !== undefined,
    roman: hasFront ? roman : null,
  };
}
