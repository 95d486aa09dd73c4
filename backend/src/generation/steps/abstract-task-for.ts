import type { Document, OutlineSection } from '../../documents';
import { splitSentences } from '../../language';
import type { AbstractTask } from '../tasks/abstract-task';
import { TASK_VERSION } from '../tasks/task-parts';
import { briefOf } from './task-material';

export const FEWEST_WORDS = 150;
export const MOST_WORDS = 250;
const TARGET_WORDS = 200;

/** Introduction and conclusion hold what an abstract says, the chapters what it leads to. */
const FRAME_SENTENCES = 20;
const BODY_SENTENCES = 4;

const CITATION = /\s*\[[^[\]]*@[^[\]]*\]/g;
/** Tables, code and headings are not prose. */
const NO_PROSE = /^\s*(?:\||#{1,6}\s|```|~~~)/u;

type Written = OutlineSection & {
  role: Exclude<OutlineSection['role'], 'appendix'>;
  content: string;
};

const paragraphsOf = (content: string): string[] =>
  content.split(/\n{2,}/).filter((block) => block.trim() !== '' && !NO_PROSE.test(block));

const proseOf = (paragraph: string): string =>
  paragraph.replace(CITATION, '').replace(/\s+/g, ' ').trim();

/** Appendices are no part of what a document says. */
function writtenSections({ outline, sections }: Document): Written[] {
  const contents = new Map(sections.map(({ id, content }) => [id, content]));
  return (outline?.sections ?? [])
    .flatMap(({ role, ...section }) => (role === 'appendix' ? [] : [{ ...section, role }]))
    .map((section) => ({ ...section, content: contents.get(section.id) ?? '' }))
    .filter(({ content }) => content !== '');
}

function summaryOf({ number, title, role, content }: Written, language: Document['language']) {
  const sentences = splitSentences(paragraphsOf(content).map(proseOf).join(' '), language);
  const most = role === 'body' ? BODY_SENTENCES : FRAME_SENTENCES;
  // What a chapter found stands at its end as often as at its beginning
  const last = sentences.slice(most - 1).at(-1);
  const summary = [...sentences.slice(0, most - 1), ...(last === undefined ? [] : [last])];
  return { number, title, role, summary: summary.join(' ') };
}

function framingOf(written: readonly Written[], language: Document['language']): string[] {
  return written
    .filter(({ role }) => role !== 'body')
    .flatMap(({ content }) => paragraphsOf(content))
    .filter((paragraph) => paragraph.search(CITATION) === -1)
    .flatMap((paragraph) => splitSentences(proseOf(paragraph), language));
}

/** Everything a writer has to know to sum up `document`. */
export function abstractTaskFor(document: Document, requirements?: string): AbstractTask {
  const { language, outline } = document;
  const written = writtenSections(document);
  const question = outline?.researchQuestion ?? undefined;
  return {
    version: TASK_VERSION,
    kind: 'abstract',
    language,
    document: briefOf(document, requirements),
    targetWords: TARGET_WORDS,
    ...(question !== undefined && { researchQuestion: question }),
    sections: written.map((section) => summaryOf(section, language)),
    framing: framingOf(written, language),
  };
}
