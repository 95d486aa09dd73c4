import { IndexBuilder } from './index-builder';
import { LibraryCache } from './library-cache';
import type { Library } from './read-library';
import { bytesOf } from './term-index';

const SOURCE = { id: 's', language: 'en', heading: '' } as const;

async function library(revision: number): Promise<Library> {
  const builder = new IndexBuilder([SOURCE], 1);
  builder.add('s', '00000000-0000-0000-0000-000000000001', 'Otters swim in rivers.');
  return { revision, index: await builder.finish() };
}

let size: number;

beforeAll(async () => {
  size = bytesOf((await library(0)).index);
});

/** A cache of documents whose sources are at a revision; counts what is built. */
function cacheOf(budget: number) {
  const state = { revision: 1, built: [] as string[], fails: false };
  const build = async (documentId: string): Promise<Library> => {
    const { revision } = state;
    state.built.push(documentId);
    const built = await library(revision);
    if (state.fails) throw new Error('no database');
    return built;
  };
  return { state, cache: new LibraryCache(build, budget) };
}

describe('LibraryCache', () => {
  it('builds once for all who ask, and again only for a later revision', async () => {
    const { state, cache } = cacheOf(size * 3);
    await Promise.all(Array.from({ length: 20 }, () => cache.get('a', 0)));
    await cache.get('a', 1);
    expect(state.built).toEqual(['a']);
    state.revision = 2;
    await Promise.all(Array.from({ length: 20 }, () => cache.get('a', 2)));
    expect(state.built).toEqual(['a', 'a']);
  });

  it('does not take what was begun before a change for what follows it', async () => {
    const { state, cache } = cacheOf(size * 3);
    const before = cache.get('a', 1);
    state.revision = 2;
    const after = cache.get('a', 2);
    expect([(await before)?.revision, (await after)?.revision]).toEqual([1, 2]);
  });

  it('drops what was not asked for longest when the memory is spent', async () => {
    const { state, cache } = cacheOf(size * 2);
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(id, 0);
    expect(state.built).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps an index that is larger than the memory, alone', async () => {
    const { state, cache } = cacheOf(Math.ceil(size / 2));
    for (const id of ['a', 'a', 'b', 'b', 'a']) await cache.get(id, 0);
    expect(state.built).toEqual(['a', 'b', 'a']);
  });

  it('tries again after a failure', async () => {
    const { state, cache } = cacheOf(size);
    state.fails = true;
    await expect(Promise.all([cache.get('a', 0), cache.get('a', 0)])).rejects.toThrow(
      'no database',
    );
    state.fails = false;
    expect(await cache.get('a', 0)).toMatchObject({ revision: 1 });
  });
});
