/**
 * The longest that this process's thread was busy between two turns of its event loop while `act`
 * ran, in milliseconds of processor time: what other processes do on the machine does not count.
 */
export async function longestTurn(act: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let running = true;
  const busy = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = busy();
  const turn = () => {
    const now = busy();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  await act();
  running = false;
  return longest;
}
