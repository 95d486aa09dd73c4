import type { SeenRequest } from './reply';

interface Task {
  kind?: string;
  targetWords?: number;
  sources?: { key: string }[];
  section?: { number: string; targetWords: number };
  used?: string[];
  sections?: { summary: string }[];
  passages?: { key: string; text: string }[] | string[];
  sentences?: { number: number }[];
  text?: string;
}

const CHAPTERS = [
  ['Introduction', 'introduction'],
  ['What tests do', 'body'],
  ['What pauses do', 'body'],
  ['Conclusion', 'conclusion'],
] as const;
const ABSTRACT_WORDS = 170;
const OWN_SENTENCES = 5;
/** Of the words asked for; the next sentence makes them whole. */
const NEARLY = 0.92;

function plan({ sources = [], targetWords = 0 }: Task): string {
  const sections = CHAPTERS.map(([title, role]) => ({
    ...{ title, role, level: 1, keyPoints: ['What lasts'] },
    targetWords: Math.floor(targetWords / CHAPTERS.length),
    sourceKeys: sources.map(({ key }) => key),
  }));
  return JSON.stringify({ researchQuestion: 'What lasts of learning?', sections });
}

/** As long as it is meant to be, in sentences of its passages that no other section has used. */
function section({ passages = [], section: place, used = [] }: Task): string {
  const said = new Set(used);
  const sentences = passages
    .flatMap((passage) => (typeof passage === 'object' ? passage : []))
    .flatMap(({ key, text }) =>
      text
        .split(/(?<=[.!?])\s/)
        .filter((sentence) => !said.has(sentence))
        .map((sentence) => `${sentence.replace(/[.!?]$/, '')} [@${key}].`),
    );
  const first = (Number.parseInt(place?.number ?? '1', 10) - 1) * OWN_SENTENCES;
  const wanted = (place?.targetWords ?? 0) * NEARLY;
  const text: string[] = [];
  while (text.length < sentences.length && text.join(' ').split(' ').length < wanted) {
    text.push(sentences[(first + text.length) % sentences.length] ?? '');
  }
  return text.join(' ');
}

function abstract({ sections = [] }: Task): string {
  const words = sections.map(({ summary }) => summary).join(' ');
  let text = words;
  while (text.split(' ').length < ABSTRACT_WORDS) text = `${text} ${words}`;
  const sentences = text.split(/(?<=[.!?])\s/);
  while (sentences.join(' ').split(' ').length > ABSTRACT_WORDS + 50) sentences.pop();
  return sentences.join(' ');
}

function verdicts({ sentences = [] }: Task): string {
  const all = sentences.map(({ number }) => ({ number, verdict: 'supported' }));
  return JSON.stringify({ verdicts: all });
}

/** What a model answers that does as it is told; `wantsJson` where the rules ask for an object. */
export function diligent({ messages }: SeenRequest): { text: string; wantsJson: boolean } {
  const task = JSON.parse(messages[1]?.content ?? '{}') as Task;
  if (task.kind === 'outline') return { text: plan(task), wantsJson: true };
  if (task.kind === 'section') return { text: section(task), wantsJson: false };
  if (task.kind === 'abstract') return { text: abstract(task), wantsJson: false };
  if (task.sentences !== undefined) return { text: verdicts(task), wantsJson: true };
  return { text: task.text ?? '', wantsJson: false };
}
