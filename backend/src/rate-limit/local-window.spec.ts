import fc from 'fast-check';
import { LocalWindow } from './local-window';

const KEYS = ['a', 'b', 'c'];

const hits = fc.array(
  fc.record({ key: fc.constantFrom(...KEYS), after: fc.integer({ min: 0, max: 400 }) }),
  { maxLength: 200 },
);

describe('counting within the process', () => {
  it('lets through exactly the limit in each window of each client', () => {
    fc.assert(
      fc.property(hits, fc.integer({ min: 1, max: 5 }), (calls, limit) => {
        const window = new LocalWindow();
        const open = new Map<string, { endsAt: number; passed: number }>();
        let now = 1000;
        for (const { key, after } of calls) {
          now += after;
          let current = open.get(key);
          if (current === undefined || current.endsAt <= now) {
            current = { endsAt: now + 1000, passed: 0 };
            open.set(key, current);
          }
          const state = window.hit(key, limit, 1000, now);
          expect(state.exceeded).toBe(current.passed >= limit);
          expect(state.resetMs).toBe(current.endsAt - now);
          if (!state.exceeded) current.passed += 1;
        }
      }),
    );
  });
});
