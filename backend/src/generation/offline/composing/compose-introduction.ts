import type { SectionTask } from '../../tasks/section-task';
import { splitSentences } from '../../../language';
import type { DocumentType } from '../phrases';
import { arrangeParagraphs } from './arrange-paragraphs';
import { composeBlock, joined } from './compose-paragraph';
import type { Paragraph } from './composition';
import { asPlainText } from './plain-text';
import { type RankedCandidate, selectSentences } from './select-sentences';
import type { Voice } from './voice';

const connecting = (text: string) => ({ kind: 'connecting' as const, text });

const endsSentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

function subject({ document, language }: SectionTask, voice: Voice): Paragraph {
  const { introduction, documentTypes } = voice.phrases;
  const type = documentTypes[document.type as DocumentType];
  const title = voice.quoted(document.title);
  const first = endsSentence(asPlainText(splitSentences(document.topic, language)[0] ?? ''));
  const topic = first.endsWith('?') ? introduction.question(first) : introduction.topic(first);
  return [connecting(introduction.subject(type, title)), connecting(topic)];
}

function organisation({ outline }: SectionTask, voice: Voice): Paragraph {
  const { organisation: sentences, close: closing, method } = voice.phrases.introduction;
  const chapters = outline.filter(({ level }) => level === 1).slice(1, -1);
  const announced = chapters.map(({ number, title }, index) =>
    connecting(sentences[index % sentences.length]?.(number, voice.quoted(title)) ?? ''),
  );
  return [...announced, connecting(closing), connecting(method)];
}

/** Topic, what the sources say about the field as a whole, and how the document is organised. */
export function composeIntroduction(
  task: SectionTask,
  candidates: readonly RankedCandidate[],
  words: number,
  voice: Voice,
): Paragraph[] {
  const sources = new Map(task.sources.map((source) => [source.key, source]));
  const sentences = selectSentences(candidates, words);
  const plans = arrangeParagraphs(sentences, [], (key) => sources.get(key)?.year ?? 0);
  const openings = voice.phrases.introduction.background;
  const background = plans.map((plan, index): Paragraph => {
    const opening = openings[index];
    const pieces = joined(plan.blocks).flatMap((block) => composeBlock(block, voice));
    return opening === undefined ? pieces : [connecting(opening), ...pieces];
  });
  return [subject(task, voice), ...background, organisation(task, voice)];
}
