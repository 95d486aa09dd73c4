import { workerData } from 'piscina';
import { LibraryCache } from './library-cache';
import { type RankQuery, rank } from './rank';
import { readLibrary } from './read-library';

/** What the thread is told when it starts. */
export interface RankingThread {
  databaseUrl: string;
  /** Bytes that indexes may take. */
  memory: number;
}

export interface RankTask extends RankQuery {
  documentId: string;
  /** Of the document's sources, at least. */
  revision: number;
}

export interface Ranking {
  /** Of the document's sources, as they were ranked. */
  revision: number;
  /** Of passages, best first. */
  ids: readonly string[];
  scores: readonly number[];
}

const { databaseUrl, memory } = workerData as RankingThread;
const cache = new LibraryCache((documentId) => readLibrary(databaseUrl, documentId), memory);

const HEX_ID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

function idAt(ids: Buffer, number: number): string {
  const hex = ids.toString('hex', number * 16, (number + 1) * 16);
  return hex.replace(HEX_ID, '$1-$2-$3-$4-$5');
}

/** The entry of the thread that `PassageRanker` keeps; null when there is no such document. */
export default async function answer(task: RankTask): Promise<Ranking | null> {
  const library = await cache.get(task.documentId, task.revision);
  if (library === null) return null;
  const best = rank(library.index, task);
  return {
    revision: library.revision,
    ids: best.map(({ number }) => idAt(library.index.ids, number)),
    scores: best.map(({ score }) => score),
  };
}
