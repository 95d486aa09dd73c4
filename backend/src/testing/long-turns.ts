/**
 * How long this process's thread was busy between two turns of its event loop while `act` ran, the
 * longest first, in milliseconds of processor time: what other processes do on the machine does
 * not count. Only turns of a millisecond and more are given.
 */
export async function longTurns(act: () => Promise<unknown>): Promise<number[]> {
  const turns: number[] = [];
  let running = true;
  const busy = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = busy();
  const turn = () => {
    const now = busy();
    if (now - last >= 1) turns.push(now - last);
    last = now;
    if (running) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  await act();
  running = false;
  return turns.toSorted((one, other) => other - one);
}
