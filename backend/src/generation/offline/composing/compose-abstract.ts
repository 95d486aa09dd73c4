import type { AbstractTask } from '../../tasks/abstract-task';
import { splitSentences, wordsOf } from '../../../language';
import { type DocumentType, phrasesOf } from '../phrases';
import { asPlainText } from './plain-text';
import { Voice } from './voice';

const MOST_WORDS = 250;

/** What can be said of any document: its kind, its title and its topic. */
function subject({ document, language }: AbstractTask): string[] {
  const phrases = phrasesOf(language);
  const { subject: about, topic } = phrases.introduction;
  const type = phrases.documentTypes[document.type as DocumentType];
  const first = asPlainText(splitSentences(document.topic, language)[0] ?? '');
  const stated = /[.!?…]$/u.test(first) ? first : `${first}.`;
  return [about(type, new Voice(phrases, 0).quoted(document.title)), topic(stated)];
}

/** Up to the longest abstract: from the beginning and the end towards the middle, in reading order. */
function withinLength(sentences: readonly string[]): string[] {
  const inwards = sentences
    .map((text, index) => ({ text, index, edge: Math.min(index, sentences.length - 1 - index) }))
    .sort((a, b) => a.edge - b.edge);
  let words = 0;
  const taken = inwards.filter(({ text }) => {
    const length = wordsOf(text).length;
    if (words + length > MOST_WORDS) return false;
    words += length;
    return true;
  });
  return taken.sort((a, b) => a.index - b.index).map(({ text }) => text);
}

/**
 * The sentences with which introduction and conclusion speak of the text itself. They state
 * nothing that would need a source, so that they can stand without one.
 */
export function composeAbstract(task: AbstractTask): string {
  const framing = [...new Set(task.framing)];
  return withinLength(framing.length > 0 ? framing : subject(task)).join(' ');
}
