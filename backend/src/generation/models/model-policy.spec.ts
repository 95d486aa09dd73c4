import { setTimeout as delay } from 'node:timers/promises';
import { isRetryable, ModelError } from './model-error';
import { ModelPolicy, RESILIENCE, type ResilienceSettings } from './model-policy';

const SETTINGS: ResilienceSettings = {
  retryDelaysMs: [1, 1, 1, 1, 1],
  breakAfter: 5,
  halfOpenAfterMs: 50,
  random: () => 1,
};

/** A model that fails so often, counting how often it is asked. */
function failing(times: number, error: Error = new ModelError('unavailable')) {
  const model = {
    asked: 0,
    call: () => {
      model.asked += 1;
      return model.asked <= times ? Promise.reject(error) : Promise.resolve('answer');
    },
  };
  return model;
}

describe('the policy of a model', () => {
  it('retries what may pass, five times at most', async () => {
    const policy = new ModelPolicy({ ...SETTINGS, breakAfter: 100 }, 'm');
    const model = failing(5);
    await expect(policy.execute((guard) => guard(model.call))).resolves.toBe('answer');
    const down = failing(Infinity);
    await expect(policy.execute((guard) => guard(down.call))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(down.asked).toBe(6);
  });

  it('retries nothing else', async () => {
    const policy = new ModelPolicy(SETTINGS, 'm');
    for (const error of [new ModelError('unauthorized'), new Error('a mistake of ours')]) {
      const model = failing(1, error);
      await expect(policy.execute((guard) => guard(model.call))).rejects.toBe(error);
      expect(model.asked).toBe(1);
    }
  });

  it('spreads its retries over 2, 4, 8, 16 and 32 seconds', () => {
    expect(RESILIENCE.retryDelaysMs).toEqual([2000, 4000, 8000, 16_000, 32_000]);
  });

  it('opens the circuit after five failures in a row, and then asks no more', async () => {
    const policy = new ModelPolicy(SETTINGS, 'm');
    const model = failing(Infinity);
    const ask = () => policy.execute((guard) => guard(model.call));
    await expect(ask()).rejects.toMatchObject({ kind: 'circuit_open' });
    await expect(ask()).rejects.toMatchObject({ kind: 'circuit_open' });
    expect(model.asked).toBe(5);
  });

  it('sends one probe when the circuit has been open long enough', async () => {
    const policy = new ModelPolicy(SETTINGS, 'm');
    const model = failing(5);
    const ask = () => policy.execute((guard) => guard(model.call));
    await expect(ask()).rejects.toMatchObject({ kind: 'circuit_open' });
    await delay(60);
    const slow = { asked: 0 };
    const probe = async () => {
      slow.asked += 1;
      await delay(20);
      return Promise.reject(new ModelError('unauthorized'));
    };
    const probing = policy.execute((guard) => guard(probe));
    await expect(probing).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(slow.asked).toBe(1);
    await expect(ask()).resolves.toBe('answer');
  });

  it('does not count what says nothing about the model', async () => {
    const policy = new ModelPolicy(SETTINGS, 'm');
    const model = failing(10, new ModelError('rejected'));
    for (let count = 0; count < 10; count += 1) {
      await expect(policy.execute((guard) => guard(model.call))).rejects.toBeDefined();
    }
    await expect(policy.execute((guard) => guard(model.call))).resolves.toBe('answer');
  });
});

describe('Retry-After', () => {
  it('of more than a minute means that waiting is no use', () => {
    expect(isRetryable(new ModelError('rate_limited', { retryAfterMs: 60_000 }))).toBe(true);
    expect(isRetryable(new ModelError('rate_limited', { retryAfterMs: 60_001 }))).toBe(false);
  });
});
