import type { DataSource } from 'typeorm';
import { newId } from '../../common';
import { BegunAnswers } from './begun-answers';
import { prose } from './prose';

const BEFORE = 'Sleep helps those who learn. Pauses help as well. ';

/** A database that takes what it is told, or nothing. */
function setUp(isAway = false) {
  const texts: string[] = [];
  const query = (_: string, [ids, , , , told]: [string[], unknown, unknown, unknown, string[]]) => {
    texts.push(...told);
    if (isAway) return Promise.reject(new Error('ECONNREFUSED'));
    return Promise.resolve(ids.map((id) => ({ id })));
  };
  const begun = new BegunAnswers({ query } as unknown as DataSource);
  let text = '';
  let kept = 0;
  const request = {
    ...{ ownerId: newId(), jobId: newId(), messages: [], maxOutputTokens: 1 },
    continuation: prose('en'),
  };
  const follow = (before: string) =>
    begun.follow({
      ...{ reservationId: newId(), request, model: 'first', before },
      textSoFar: () => text,
      onKept: () => {
        kept += 1;
      },
    });
  const comes = async (following: ReturnType<typeof follow>, soFar: string) => {
    text = soFar;
    following.grown();
    await new Promise(setImmediate);
  };
  return { follow, comes, texts, kept: () => kept, stop: () => begun.onModuleDestroy() };
}

describe('what comes of an answer', () => {
  it('is kept at once when it can be gone on with, once', async () => {
    const { follow, comes, texts, kept, stop } = setUp();
    const following = follow('');
    await comes(following, 'Pauses help pup');
    expect(texts).toEqual([]);
    await comes(following, 'Pauses help pupils mo');
    await comes(following, 'Pauses help pupils more than');
    expect(texts).toEqual(['Pauses help pupils mo']);
    expect(kept()).toBe(1);
    stop();
  });

  it('counts when it goes beyond what had come before, also after it was taken back', async () => {
    const { follow, comes, kept, stop } = setUp();
    const following = follow(BEFORE);
    await comes(following, `${BEFORE}Tests`);
    expect(kept()).toBe(0);
    await comes(following, BEFORE);
    await comes(following, `${BEFORE}Tests help. So`);
    expect(kept()).toBe(1);
    stop();
  });

  it('is not tried with every word while the database is away', async () => {
    const { follow, comes, texts, kept, stop } = setUp(true);
    const following = follow('');
    await comes(following, 'Pauses help pupils mo');
    await comes(following, 'Pauses help pupils more than');
    expect(texts).toHaveLength(1);
    expect(kept()).toBe(0);
    stop();
  });
});
