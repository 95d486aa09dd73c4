import type { SeenRequest } from './reply';

interface Task {
  kind?: string;
  targetWords?: number;
  sources?: { key: string }[];
  section?: { number: string };
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
const SENTENCES = 3;

const firstSentence = (text: string): string =>
  (text.split(/(?<=[.!?])\s/)[0] ?? '').replace(/[.!?]$/, '');

function plan({ sources = [], targetWords = 0 }: Task): string {
  const sections = CHAPTERS.map(([title, role]) => ({
    ...{ title, role, level: 1, keyPoints: ['What lasts'] },
    targetWords: Math.floor(targetWords / CHAPTERS.length),
    sourceKeys: sources.map(({ key }) => key),
  }));
  return JSON.stringify({ researchQuestion: 'What lasts of learning?', sections });
}

function section({ passages = [], section: place }: Task): string {
  const first = Number.parseInt(place?.number ?? '1', 10) - 1;
  return Array.from(
    { length: SENTENCES },
    (_, index) => passages[(first + index) % passages.length],
  )
    .flatMap((passage) => (typeof passage === 'object' ? passage : []))
    .map(({ key, text }) => `${firstSentence(text)} [@${key}].`)
    .join(' ');
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
