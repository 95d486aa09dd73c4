// @ts-check
import { randomUUID } from 'node:crypto';
import { eng } from 'stopword';

const VOCABULARY = 150_000;
const WORDS = { fewest: 60, most: 100 };
const BATCH = 2000;
const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  't',
  'tr',
  'v',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ENDINGS = ['', 'n', 'r', 's', 'l', 'tion', 'ing', 'ed', 'ment', 'al'];

/** The same numbers in each run. @param {number} seed @returns {() => number} 0 to 1 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Words by rank: the frequent ones are English stop words, as in any text. */
function makeWords() {
  const syllables = ONSETS.flatMap((onset) => NUCLEI.map((nucleus) => onset + nucleus));
  /** @param {number} rank @returns {string} */
  const invented = (rank) => {
    const [first, second] = [rank % syllables.length, Math.floor(rank / syllables.length)];
    const third = Math.floor(second / syllables.length);
    const ending = ENDINGS[rank % ENDINGS.length] ?? '';
    const last = third > 0 ? syllables[third] : '';
    return `${syllables[first]}${syllables[second % syllables.length]}${last}${ending}`;
  };
  return Array.from({ length: VOCABULARY }, (_, rank) => eng[rank] ?? invented(rank));
}

/** Texts whose words are as unevenly frequent as those of real ones (Zipf's law). */
export class SyntheticText {
  #random = generator(7);
  #words = makeWords();
  /** Sums of the frequencies of all words up to each rank. */
  #sums = new Float64Array(VOCABULARY);

  constructor() {
    let sum = 0;
    for (let rank = 0; rank < VOCABULARY; rank += 1) {
      sum += 1 / (rank + 2.7);
      this.#sums[rank] = sum;
    }
  }

  passage() {
    const count = WORDS.fewest + Math.floor(this.#random() * (WORDS.most - WORDS.fewest));
    return `${Array.from({ length: count }, () => this.#words[this.#rank()]).join(' ')}.`;
  }

  /** Some words that say something, as frequent ones more often than rare ones. */
  query() {
    const count = 4 + Math.floor(this.#random() * 12);
    return Array.from({ length: count }, () => this.#words[this.#rank(eng.length)]).join(' ');
  }

  #rank(from = 0) {
    const total = this.#sums.at(-1) ?? 0;
    const before = from === 0 ? 0 : (this.#sums[from - 1] ?? 0);
    const wanted = before + this.#random() * (total - before);
    let [low, high] = [from, VOCABULARY - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const SOURCES = `insert into sources (id, document_id, key, identity, csl, status)
  select id, $1, key, key, json_build_object('id', key, 'type', 'book', 'title', title), 'ready'
  from unnest($2::uuid[], $3::text[], $4::text[]) as t(id, key, title)`;
const PASSAGES = `insert into passages (id, document_id, source_id, ordinal, page, kind, text)
  select id, $1, source, ordinal, 1, 'fulltext', text
  from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[]) as t(id, source, ordinal, text)`;

/**
 * Fills a document with full texts.
 *
 * @param {import('./product.mjs').DataSource} dataSource
 * @param {string} documentId
 * @param {{ sources: number, passages: number, text: SyntheticText }} library
 */
export async function fillLibrary(dataSource, documentId, { sources, passages, text }) {
  const ids = Array.from({ length: sources }, () => randomUUID());
  const keys = ids.map((_, index) => `source${index}`);
  const titles = ids.map(() => text.query());
  await dataSource.query(SOURCES, [documentId, ids, keys, titles]);
  const each = passages / sources;
  for (let start = 0; start < passages; start += BATCH) {
    const numbers = Array.from(
      { length: Math.min(BATCH, passages - start) },
      (_, at) => start + at,
    );
    await dataSource.query(PASSAGES, [
      documentId,
      numbers.map(() => randomUUID()),
      numbers.map((number) => ids[Math.floor(number / each)]),
      numbers.map((number) => number % each),
      numbers.map(() => text.passage()),
    ]);
  }
  await dataSource.query('analyze passages', []);
}
