import type { Element } from 'domhandler';
import {
  CAPTION_LISTS,
  contentsOf,
  type DocumentModel,
  frontTexts,
  type ModelPart,
} from '../../model/document-model';
import { CODE_FONT, STYLE } from '../../docx/styles';
import { type FileFacts, type HeadingFacts, squeezed, tally } from '../facts';
import { captionsIn } from './captions';
import { geometryOf, numbersOf, sectionsIn, type WordSection } from './sections';
import { type Effective, styleOf, Styles } from './styles';
import { attribute, below, child, isOn, textOf, WordFile } from './xml';

/** Word counts in twentieths of a point. */
const PRECISION = { points: 0.1, share: 0 };

const HEADING_STYLES: Readonly<Record<string, 1 | 2>> = { Heading1: 1, Heading2: 2 };

const placeOf = (paragraph: Element): string => `“${textOf(paragraph).trim().slice(0, 60)}”`;

interface Set {
  paragraph: Element;
  effective: Effective;
}

/** The runs with text of some paragraphs, and what they are set in. */
function runsIn(paragraphs: readonly Element[], styles: Styles): Set[] {
  return paragraphs.flatMap((paragraph) =>
    below(paragraph, 'w:r')
      .filter((run) => textOf(run).trim() !== '')
      .map((run) => ({ paragraph, effective: styles.run(paragraph, run) })),
  );
}

const found = <Value>(sets: readonly Set[], of: (effective: Effective) => Value) =>
  tally(
    sets.map(({ paragraph, effective }) => ({ value: of(effective), where: placeOf(paragraph) })),
  );

interface Part {
  part: ModelPart;
  paragraphs: Element[];
}

/** The parts of a file in order, each known by the heading that it begins with. */
function partsIn(blocks: readonly Element[], model: DocumentModel): Part[] {
  const beginning = ([first]: DocumentModel['sections']) =>
    squeezed(contentsOf(model).find(({ id }) => id === first?.id)?.text ?? '');
  const titles = new Map<string, ModelPart>([
    [squeezed(model.contentsTitle), 'contents'],
    ...CAPTION_LISTS.map(
      (part) => [squeezed(model.captionLists[part]?.title ?? ''), part] as const,
    ),
    [beginning(model.appendices), 'appendices'],
    [beginning(model.sections), 'body'],
    ...frontTexts(model).map(([part, { title }]) => [squeezed(title), part] as const),
    [squeezed(model.bibliography?.title ?? ''), 'bibliography'],
    [squeezed(model.declaration?.title ?? ''), 'declaration'],
  ]);
  const parts: Part[] = [];
  for (const paragraph of blocks.flatMap(paragraphsIn)) {
    const style = styleOf(paragraph);
    const begins = style in HEADING_STYLES || style === STYLE.contentsHeading;
    const part = begins ? titles.get(squeezed(textOf(paragraph))) : undefined;
    if (part !== undefined && parts.every((one) => one.part !== part)) {
      parts.push({ part, paragraphs: [] });
    }
    parts.at(-1)?.paragraphs.push(paragraph);
  }
  return parts;
}

const paragraphsIn = (block: Element): Element[] =>
  block.name === 'w:p' ? [block] : below(block, 'w:p');

function headingsIn(
  sections: readonly WordSection[],
  model: DocumentModel,
  styles: Styles,
): HeadingFacts[] {
  const titles = new Set(model.sections.map(({ title }) => squeezed(title)));
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((paragraph, index): HeadingFacts[] => {
      const level = HEADING_STYLES[styleOf(paragraph)];
      if (level === undefined) return [];
      const text = textOf(paragraph);
      const { size, bold, capitals, alignment } = styles.run(paragraph, below(paragraph, 'w:r')[0]);
      const breaks = isOn(child(child(paragraph, 'w:pPr'), 'w:pageBreakBefore'));
      return [
        {
          ...{ where: placeOf(paragraph), text, level, size, bold, capitals },
          isSection: [...titles].some((title) => squeezed(text).endsWith(title)),
          alignments: [alignment === 'both' ? 'left' : (alignment as 'left')],
          onNewPage: breaks || index === 0,
        },
      ];
    }),
  );
}

function fontsIn(all: readonly Element[], styles: Styles): Set[] {
  const noted = all.filter((paragraph) => styleOf(paragraph) !== STYLE.code);
  return noted.flatMap((paragraph) =>
    below(paragraph, 'w:r')
      .filter((run) => textOf(run).trim() !== '')
      .map((run) => ({ run, paragraph, effective: styles.run(paragraph, run) }))
      // pieces of code have a typeface of their own, in any document
      .filter(({ run }) => {
        const own = attribute(child(child(run, 'w:rPr'), 'w:rFonts'), 'w:ascii');
        return own !== CODE_FONT;
      }),
  );
}

/** Reads back what a Word file states of its form. */
export function readDocxFacts(file: Uint8Array, model: DocumentModel): FileFacts {
  const word = new WordFile(file);
  const styles = new Styles(word.part('word/styles.xml'));
  const [body] = below(word.part('word/document.xml'), 'w:body');
  const sections = body === undefined ? [] : sectionsIn(body);
  const [title, ...others] = sections;
  const blocks = others.flatMap((section) => section.blocks);
  const parts = partsIn(blocks, model);
  const text = blocks.filter((block) => block.name === 'w:p' && styleOf(block) === STYLE.body);
  const notes = below(word.part('word/footnotes.xml'), 'w:p').filter(
    (paragraph) => styleOf(paragraph) === STYLE.note,
  );
  const main = parts.find(({ part }) => part === 'body')?.paragraphs ?? [];
  const bodyAt = sections.findIndex((section) => main[0] && section.blocks.includes(main[0]));
  const runs = runsIn(text, styles);
  const paragraphs = text.map((paragraph) => ({
    paragraph,
    effective: styles.run(paragraph, undefined),
  }));
  return {
    precision: PRECISION,
    openEdges: new Set(),
    geometry: tally(
      sections.map((section, index) => ({
        value: geometryOf(section),
        where: `section ${String(index + 1)}`,
      })),
    ),
    fonts: found(
      fontsIn([...sections.flatMap((one) => one.blocks.flatMap(paragraphsIn)), ...notes], styles),
      ({ font }) => font,
    ),
    bodySizes: found(runs, ({ size }) => size),
    noteSizes: found(runsIn(notes, styles), ({ size }) => size),
    tableSizes: found(
      runsIn(
        blocks.filter(({ name }) => name === 'w:tbl').flatMap((table) => below(table, 'w:p')),
        styles,
      ),
      ({ size }) => size,
    ),
    lineSpacings: found(paragraphs, ({ spacing }) => spacing),
    indents: found(paragraphs, ({ firstLine }) => firstLine),
    alignments: found(paragraphs, ({ alignment }) => (alignment === 'both' ? 'justified' : 'left')),
    headings: headingsIn(others, model, styles),
    numbers: numbersOf(word, sections, {
      bodyAt,
      hasFront: parts[0] !== undefined && parts[0].part !== 'body',
    }),
    captions: captionsIn(blocks, model),
    parts: ['title_page', ...parts.map(({ part }) => part)],
    titlePage: squeezed((title?.blocks ?? []).map(textOf).join(' ')),
    body: main.map(textOf).join('\n'),
    text: squeezed([...blocks.flatMap(paragraphsIn), ...notes].map(textOf).join(' ')),
    bodyPages: null,
  };
}
