import { setTimeout as delay } from 'node:timers/promises';
import { CallGate } from './call-gate';

const JOB = 'a job';

/** Enters `times` times at once; notes who is in, in order, and how many were at most. */
async function crowd(gate: CallGate, times: number, jobOf: (who: number) => string | undefined) {
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const one = async (who: number) => {
    const leave = await gate.enter(jobOf(who));
    order.push(who);
    inside += 1;
    most = Math.max(most, inside);
    await delay(1);
    inside -= 1;
    leave();
    leave();
  };
  await Promise.all(Array.from({ length: times }, (_, who) => one(who)));
  return { order, most };
}

describe('the gate of a job’s calls', () => {
  it('lets one through at a time, in the order in which they came', async () => {
    const { order, most } = await crowd(new CallGate(), 20, () => JOB);
    expect(most).toBe(1);
    expect(order).toEqual(Array.from({ length: 20 }, (_, who) => who));
  });

  it('holds up no other job, and no call outside of jobs', async () => {
    const gate = new CallGate();
    await gate.enter(JOB);
    const { most } = await crowd(gate, 8, (who) => (who < 4 ? `job ${String(who)}` : undefined));
    expect(most).toBe(8);
  });

  it('lets who gives up go at once, and nobody past those before', async () => {
    const gate = new CallGate();
    const leave = await gate.enter(JOB);
    const [impatient, patient] = [new AbortController(), new AbortController()];
    const given = gate.enter(JOB, impatient.signal);
    let isIn = false;
    const next = gate.enter(JOB, patient.signal).then((done) => {
      isIn = true;
      return done;
    });
    impatient.abort(new Error('given up'));
    await expect(given).rejects.toThrow('given up');
    await delay(5);
    expect(isIn).toBe(false);
    leave();
    (await next)();
    (await gate.enter(JOB))();
  });

  it('lets nobody in who has given up before', async () => {
    const gate = new CallGate();
    await expect(gate.enter(JOB, AbortSignal.abort(new Error('too late')))).rejects.toThrow(
      'too late',
    );
    (await gate.enter(JOB))();
  });

  it('has forgotten a job when all have left', async () => {
    const gate = new CallGate();
    await crowd(gate, 5, () => JOB);
    expect(gate.isIdle).toBe(true);
  });
});
