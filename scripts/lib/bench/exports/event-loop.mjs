// @ts-check
/**
 * How long the event loop of a process stands still at most while its pool makes all files of a
 * thesis: <render-pool> <input>. Prints milliseconds.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** The delays include the histogram's own interval. */
const RESOLUTION_MS = 1;
/** For what the start of the process leaves behind to settle. */
const PAUSE_MS = 500;

const [pool = '', input = ''] = process.argv.slice(2);
const { RenderPool } = createRequire(import.meta.url)(pool);
const thesis = JSON.parse(readFileSync(input, 'utf8'));
const renderer = new RenderPool();
await delay(PAUSE_MS);
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
await Promise.all(['docx', 'pdf', 'md'].map((format) => renderer.render(thesis, format)));
delays.disable();
console.log(delays.max / 1e6 - RESOLUTION_MS);
await renderer.onApplicationShutdown();
