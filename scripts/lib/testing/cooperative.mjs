// @ts-check
/** Stands in for the API and the worker: ready at once, ends on SIGTERM or without its launcher. */
const alive = setInterval(() => undefined, 1_000);
const end = () => {
  clearInterval(alive);
  if (process.connected) process.disconnect();
};
process.on('SIGTERM', end);
process.on('disconnect', end);
process.send?.({ type: 'ready' });
