// @ts-check
/**
 * How long the event loop of a process works on one turn at most while its pool makes all files of a
 * thesis: <render-pool> <input>. Prints milliseconds of the processor, and of the clock, which on a busy
 * machine also counts what others had it for.
 */
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { readThesis } from './read-thesis.mjs';

/** For what the start of the process leaves behind to settle. */
const PAUSE_MS = 500;

const [pool = '', input = ''] = process.argv.slice(2);
const { RenderPool } = createRequire(import.meta.url)(pool);
const thesis = readThesis(input);
const renderer = new RenderPool();
await delay(PAUSE_MS);

/** Milliseconds that this thread, without the pool's, has had the processor for. */
function worked() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const longest = { worked: 0, passed: 0 };
let last = { worked: worked(), passed: performance.now() };
const timer = setInterval(() => {
  const now = { worked: worked(), passed: performance.now() };
  longest.worked = Math.max(longest.worked, now.worked - last.worked);
  longest.passed = Math.max(longest.passed, now.passed - last.passed);
  last = now;
}, 1);
await Promise.all(['docx', 'pdf', 'md'].map((format) => renderer.render(thesis, format)));
clearInterval(timer);
console.log(JSON.stringify(longest));
await renderer.onApplicationShutdown();
