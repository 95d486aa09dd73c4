import fc from 'fast-check';
import { ERROR_CODES, type ErrorCode, ProblemException } from '../../common';
import { canMove } from '../job-state';
import { endingOf, poisoned } from './job-ending';
import { Draining, LeaseLost } from './lease';

const problem = fc
  .constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[]))
  .map((code) => new ProblemException(code, 'What happened and what to do.'));

const anyError = fc.oneof(
  problem,
  fc.constantFrom(new Draining(), new LeaseLost(), new TypeError('x'), new Error('y')),
  fc.anything(),
);

describe('the end of a run that threw', () => {
  it('is a move the states allow, and never a completed job', () => {
    fc.assert(
      fc.property(anyError, (error) => {
        const { status, from = ['running'] } = endingOf(error);
        expect(from.every((state) => canMove(state, status))).toBe(true);
        expect(status).not.toBe('completed');
      }),
    );
  });

  it('carries a code and plain words whenever the job has failed or is paused', () => {
    fc.assert(
      fc.property(anyError, (error) => {
        const ending = endingOf(error);
        const stands = ending.status === 'failed' || ending.status === 'paused';
        expect(ending.error !== undefined).toBe(stands);
      }),
    );
  });

  it('says nothing about the inside of an unexpected error', () => {
    const ending = endingOf(new Error('relation "secrets" does not exist'));
    expect(ending.error?.code).toBe('INTERNAL');
    expect(JSON.stringify(ending)).not.toContain('secrets');
  });

  it('is another try when a store is away, which is not made for ever', () => {
    const away = Object.assign(new Error('terminating connection'), { code: '57P01' });
    expect(endingOf(away)).toMatchObject({ status: 'queued', crashes: 'count' });
  });
});

describe('poisoned', () => {
  it.each([
    [0, undefined],
    [2, undefined],
    [3, 'WORKER_CRASHED'],
  ])('after %i lost workers is %s', (crashes, code) => {
    expect(poisoned({ crashes })?.error?.code).toBe(code);
  });
});
