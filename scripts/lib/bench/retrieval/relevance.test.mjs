// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEntries, readJudgements } from './judged-collection.mjs';
import { ndcg } from './relevance.mjs';

describe('a judged collection', () => {
  it('has titles and texts on one line, without what else its records hold', () => {
    const file =
      '.I 1\n.T \nA title\nof two lines\n.A\nDoe, J.\n.W\nSome\n text.\n.X\n1\t5\t1\n.I 2\n.W\nB\n';
    assert.deepEqual(readEntries(file), [
      { id: '1', title: 'A title of two lines', text: 'Some text.' },
      { id: '2', title: '', text: 'B' },
    ]);
  });

  it('has judgements, of which negative ones do not count', () => {
    const judgements = readJudgements('     1     28\t0\t0.000000\n1 29 3\n2 28 -1\n\n');
    assert.deepEqual([...judgements], [[1, new Set(['28', '29'])]]);
  });
});

describe('nDCG', () => {
  it('is 1 for all answers at the top, less for later ones, 0 for none', () => {
    const relevant = new Set(['a', 'b']);
    assert.equal(ndcg(['b', 'a', 'x'], relevant), 1);
    assert.ok(Math.abs(ndcg(['x', 'a'], relevant) - 0.387) < 0.001);
    assert.equal(ndcg(['x', 'y'], relevant), 0);
    assert.equal(ndcg([...'0123456789', 'a'], relevant), 0);
  });
});
