import { textWidth } from '../typography/font-widths';
import { fontFaces } from '../typography/fonts';
import type { Layout } from '../typography/layout';
import {
  type Block,
  type DocumentModel,
  hasPart,
  type Inline,
  type InlineText,
  type Note,
  type SectionModel,
} from '../model/document-model';
import { type Line, LineBreaker, type Measure, NOTE_SHARE } from './line-breaker';

/** Shorter paragraphs are laid out as fast as they are measured here. */
const WORTH_IT = 150;

/** Lines without notes are empty: breaks are laid out in no time. */
function standingLines(lines: readonly Line[]): InlineText {
  const runs: Inline[] = [{ text: 'x' }];
  for (const [index, { notes }] of lines.entries()) {
    const last = runs.at(-1);
    const before = index === 0 ? '' : '\n';
    if (last === undefined || last.note !== undefined) runs.push({ text: before });
    else last.text += before;
    const run = runs.at(-1);
    if (notes.length > 0 && index > 0 && run !== undefined) run.text += 'x';
    runs.push(...notes);
  }
  return runs;
}

const isPlain = ({ code, position, note, text }: Inline) =>
  note !== undefined || (!code && position === undefined && !text.includes('\n'));

/** The text as so many short lines as it has; as it is where it is short, or not of words alone. */
function standIn(text: InlineText, measure: Measure): InlineText {
  const length = text.reduce((sum, run) => sum + run.text.length, 0);
  if (length < WORTH_IT || !text.every(isPlain)) return text;
  const breaker = new LineBreaker(measure);
  for (const inline of text) breaker.add(inline);
  const lines = breaker.end();
  return breaker.fits ? standingLines(lines) : text;
}

function noteStandIn({ number, text }: Note, { font, noteSize: size, textWidth: width }: Layout) {
  const { normal } = fontFaces(font);
  const mark = textWidth(String(number), normal, size * NOTE_SHARE);
  const before = mark + textWidth('\u00A0', normal, size);
  const measure = { font, size, width, before, justified: false };
  return { number, text: standIn(text, measure) };
}

function paragraphStandIn(text: InlineText, layout: Layout): InlineText {
  const { textWidth: width, firstLineIndent: before } = layout;
  return standIn(text, { ...layout, width, before }).map((run) =>
    run.note === undefined ? run : { ...run, note: noteStandIn(run.note, layout) },
  );
}

function blockStandIn(block: Block, layout: Layout): Block {
  return block.kind === 'paragraph'
    ? { ...block, text: paragraphStandIn(block.text, layout) }
    : block;
}

/** Without the works that end a document: nobody asks on which pages they are. */
export function withoutLastWorks(model: DocumentModel): DocumentModel {
  const { parts, bibliography } = model;
  const last = parts.findLast((part) => hasPart(model, part));
  if (last !== 'bibliography' || bibliography === null) return model;
  return { ...model, bibliography: { ...bibliography, entries: [] } };
}

/**
 * The document with each long paragraph and note as so many short lines as it will have, notes on
 * theirs: it fills the same pages, and docx, which measures word by word, has next to none to measure.
 */
export function withStandIns(model: DocumentModel): DocumentModel {
  const standIns = (sections: readonly SectionModel[]) =>
    sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => blockStandIn(block, model.layout)),
    }));
  const { sections, appendices } = model;
  return {
    ...withoutLastWorks(model),
    sections: standIns(sections),
    appendices: standIns(appendices),
  };
}
