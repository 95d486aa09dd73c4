import { type Document, isAppendix, type OutlineSection } from '../../documents';
import { splitSentences } from '../../language';
import type { SectionTask } from '../tasks/section-task';
import { TASK_VERSION } from '../tasks/task-parts';
import type { SectionMaterial } from './section-material';
import { briefOf, sourceBrief, taskPassage } from './task-material';

/** Sections right before this one that are summarised; older ones are known by their titles. */
const REMEMBERED = 8;
const SUMMARY_SENTENCES = 2;
const CITATION = /\s*\[[^[\]]*@[^[\]]*\]/g;

type Written = OutlineSection & { content: string };

/** The other sections that have text, in reading order. */
function writtenSections({ outline, sections }: Document, section: OutlineSection): Written[] {
  const contents = new Map(sections.map(({ id, content }) => [id, content]));
  return (outline?.sections ?? [])
    .filter(({ id }) => id !== section.id)
    .map((other) => ({ ...other, content: contents.get(other.id) ?? '' }))
    .filter(({ content }) => content !== '');
}

function summaryOf({ number, title, content }: Written, language: Document['language']) {
  const prose = content.replace(CITATION, '').replace(/\s+/g, ' ');
  const summary = splitSentences(prose, language).slice(0, SUMMARY_SENTENCES).join(' ');
  return { number, title, summary };
}

/** Sentences of the passages that other sections have copied. */
function usedSentences(
  { passages }: SectionMaterial,
  others: readonly Written[],
  language: Document['language'],
): string[] {
  const text = others.map(({ content }) => content).join('\n');
  return passages
    .flatMap((passage) => splitSentences(passage.text, language))
    .filter((sentence) => text.includes(sentence.replace(/\.$/, '')));
}

function earlierSections(document: Document, section: OutlineSection, others: readonly Written[]) {
  const order = (document.outline?.sections ?? []).map(({ id }) => id);
  return others
    .filter(({ id }) => order.indexOf(id) < order.indexOf(section.id))
    .slice(-REMEMBERED)
    .map((other) => summaryOf(other, document.language));
}

/** Everything a writer has to know to write `section` of `document`. */
export function sectionTaskFor(
  document: Document,
  section: OutlineSection,
  material: SectionMaterial,
  requirements?: string,
): SectionTask {
  const { language, outline } = document;
  const { number, title, role, keyPoints, targetWords } = section;
  const others = writtenSections(document, section);
  const question = outline?.researchQuestion ?? undefined;
  return {
    version: TASK_VERSION,
    kind: 'section',
    language,
    document: briefOf(document, requirements),
    ...(question !== undefined && { researchQuestion: question }),
    outline: (outline?.sections ?? [])
      .filter((one) => !isAppendix(one))
      .map((one) => ({
        number: one.number,
        title: one.title,
        level: one.level,
        targetWords: one.targetWords,
        sourceKeys: one.sourceKeys,
      })),
    // appendices are not written by models
    section: { number, title, role: role === 'appendix' ? 'body' : role, keyPoints, targetWords },
    earlier: earlierSections(document, section, others),
    sources: material.sources.map((source) =>
      // What is mandatory is so in the section that is to cite it
      sourceBrief({ ...source, mandatory: material.mandatory.includes(source.key) }),
    ),
    passages: material.passages.map(taskPassage),
    used: usedSentences(material, others, language),
  };
}
