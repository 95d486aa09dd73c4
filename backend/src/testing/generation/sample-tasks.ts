import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutlinePlan, OutlineTask, PlannedSection } from '../../generation/tasks/outline-task';
import { TASK_VERSION } from '../../generation/tasks/task-parts';
import type { SectionTask } from '../../generation/tasks/section-task';

interface SampleWork {
  id: string;
  title: string;
  author: { family: string }[];
  keyword: string;
  annote: string;
  issued: { 'date-parts': [[number]] };
}

const SAMPLE = join(__dirname, '../../../../samples/learning-science');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(SAMPLE, name), 'utf8')) as T;

/** The task to plan a document from the sample library. */
export function sampleOutlineTask(targetWords: number, withKeywords = true): OutlineTask {
  const works = read<SampleWork[]>('library.json');
  const { title, topic, type } = read<Record<'title' | 'topic' | 'type', string>>('document.json');
  return {
    version: TASK_VERSION,
    kind: 'outline',
    language: 'en',
    document: { title, topic, type, requirements: '' },
    targetWords,
    sources: works.map((work) => ({
      key: work.id,
      authors: work.author.map(({ family }) => family),
      year: work.issued['date-parts'][0][0],
      title: work.title,
      keywords: withKeywords ? work.keyword.split(', ') : [],
      words: work.annote.split(' ').length,
    })),
    passages: works.map(({ id, annote }) => ({
      key: id,
      page: null,
      kind: 'annotation',
      text: annote,
    })),
  };
}

type Written = PlannedSection & { number: string; text: string };

/** Has every section of a plan written, one after the other, each knowing what the others used. */
export function writeSample(
  task: OutlineTask,
  { sections }: OutlinePlan,
  write: (task: SectionTask) => string,
): Written[] {
  const outline = sections.map((section, index) => ({ ...section, number: String(index + 1) }));
  const written: Written[] = [];
  for (const section of outline.filter(({ targetWords }) => targetWords > 0)) {
    const keys = new Set(section.sourceKeys);
    const passages = task.passages.filter(({ key }) => keys.has(key));
    const before = written.map(({ text }) => text).join('\n');
    const used = passages
      .flatMap(({ text }) => text.split(/(?<=\.) /))
      .filter((sentence) => before.includes(sentence.slice(0, -1)));
    const text = write({
      ...{ version: task.version, language: task.language, document: task.document },
      ...{ kind: 'section', outline, section, earlier: [], passages, used },
      sources: task.sources.filter(({ key }) => keys.has(key)),
    });
    written.push({ ...section, text });
  }
  return written;
}
