// @ts-check
/**
 * A language model of known speed: 100 ms to the first token, 100 tokens a second in every stream.
 * Writes what it is given to read, so that its texts hold; keeps a log of its calls.
 */
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const FIRST_TOKEN_MS = 100;
const TOKEN_MS = 10;
/** Characters of a token, as is usual for English. */
const TOKEN = /[\s\S]{1,4}/g;
const SENTENCES = 9;
const ABSTRACT_WORDS = 180;

/**
 * @typedef {object} Call
 * @property {string} kind `section`, `polish`, `support` or `abstract`
 * @property {string} section number of the section; empty where it cannot be told
 * @property {number} start milliseconds since the epoch
 * @property {number} end
 */

/** @type {Call[]} */
const calls = [];

/** @type {Map<string, string>} number of a section by its text */
const drafted = new Map();

/** @param {string} text */
const firstSentence = (text) => (text.split(/(?<=[.!?])\s/)[0] ?? '').replace(/[.!?]$/, '');

/** @param {any} task */
function answerTo(task) {
  if (task.kind === 'section') {
    const number = Number.parseInt(task.section.number, 10);
    // another text for each section: what was paid for once is not asked again
    const { length } = task.passages;
    const step = 1 + Math.floor(number / length);
    const places = Array.from(
      { length: SENTENCES },
      (_, index) => (number + index * step) % length,
    );
    const passages = [...new Set(places)].map((place) => task.passages[place]);
    /** @param {{ key: string, text: string }} passage */
    const sentence = ({ key, text }) => `${firstSentence(text)} [@${key}].`;
    const text = passages.map(sentence).join(' ');
    drafted.set(text, task.section.number);
    return { kind: 'section', section: task.section.number, text };
  }
  if (task.sentences !== undefined) {
    const verdicts = task.sentences.map((/** @type {{ number: number }} */ { number }) => ({
      number,
      verdict: 'supported',
    }));
    return { kind: 'support', section: '', text: JSON.stringify({ verdicts }) };
  }
  if (task.kind === 'abstract') {
    const summaries = task.sections.map((/** @type {{ summary: string }} */ one) => one.summary);
    const words = summaries.join(' ').split(' ').slice(0, ABSTRACT_WORDS).join(' ');
    return { kind: 'abstract', section: '', text: `${words.replace(/[.!?]?$/, '')}.` };
  }
  const text = String(task.text ?? '');
  return { kind: 'polish', section: drafted.get(text) ?? '', text };
}

/** @param {object} fields */
const event = (fields) =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', ...fields })}\n\n`;

/** @param {import('node:http').ServerResponse} response @param {string} text */
async function stream(response, text) {
  const tokens = text.match(TOKEN) ?? [];
  const start = performance.now() + FIRST_TOKEN_MS;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [index, content] of tokens.entries()) {
    const wait = start + index * TOKEN_MS - performance.now();
    if (wait > 0) await delay(wait);
    response.write(event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] }));
  }
  response.write(event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }));
  const usage = { prompt_tokens: 1000, completion_tokens: tokens.length };
  response.write(event({ choices: [], usage: { ...usage, total_tokens: 1000 + tokens.length } }));
  response.end('data: [DONE]\n\n');
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(JSON.stringify(calls));
    return;
  }
  const start = Date.now();
  let body = '';
  request.on('data', (/** @type {Buffer} */ part) => (body += part.toString()));
  request.on('end', () => {
    const { messages } = JSON.parse(body);
    const { kind, section, text } = answerTo(JSON.parse(messages[1].content));
    void stream(response, text).then(() => calls.push({ kind, section, start, end: Date.now() }));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
