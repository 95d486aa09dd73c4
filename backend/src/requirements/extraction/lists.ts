import { LIST_MARK, type Paragraph, type Sentence, topicOf } from './sentence';

/** Longer than what names a part or a field, its remarks in brackets included. */
const LONGEST_ITEM = 120;
/** The same where a mark tells that it is an item. */
const LONGEST_MARKED = 300;
const MOST_ITEMS = 40;
const LEAST_ITEMS = 3;

interface List {
  topic: string;
  page: number | null;
  items: string[];
  /** Whether its items begin with a mark; in Word files marks are no text. */
  marked: boolean;
}

function isItem(text: string, { items, marked }: List): boolean {
  const isMarked = LIST_MARK.test(text);
  if (items.length >= MOST_ITEMS) return false;
  if (text.length > (isMarked ? LONGEST_MARKED : LONGEST_ITEM)) return false;
  const isStatement = isMarked ? /:\s*$/.test(text) : /[.:!?]\s*$/.test(text);
  return items.length === 0 ? !isStatement : isMarked === marked && (marked || !isStatement);
}

const asSentence = ({ topic, page, items }: List): Sentence[] =>
  items.length < LEAST_ITEMS ? [] : [{ text: items.join('; '), page, topic }];

/**
 * The lists of short items, one a paragraph, that stand under a line which `begins` one; each as
 * one sentence, its items with semicolons between them. A null for every paragraph, so that others
 * can have a turn between two.
 */
export function* listsOf(
  paragraphs: Iterable<Paragraph>,
  begins: (topic: string) => boolean,
): Generator<Sentence | null> {
  let list: List | null = null;
  let above = '';
  for (const { text, page } of paragraphs) {
    yield null;
    if (list !== null && isItem(text, list)) {
      if (list.items.length === 0) list.marked = LIST_MARK.test(text);
      list.items.push(text.replace(LIST_MARK, '').replace(/[\s;,.]+$/, ''));
    } else if (list !== null) {
      yield* asSentence(list);
      list = null;
    }
    const topic = topicOf(text, above);
    above = topic ?? '';
    const within = list !== null && list.items.length > 0;
    if (topic !== undefined && !within && begins(topic)) {
      list = { topic, page, items: [], marked: false };
    }
  }
  if (list !== null) yield* asSentence(list);
}
