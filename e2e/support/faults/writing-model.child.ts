import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { diligent } from '../../../backend/src/testing/openai/diligent';
import type { SeenRequest } from '../../../backend/src/testing/openai/reply';

/*
 * An OpenAI-compatible server as a process of its own: does what the task says, after a pause, and
 * notes of every call what it was for and whether its answer could be sent.
 */

export interface ModelCall {
  /** `section`, `abstract`, `outline`, `polish` or `support`. */
  kind: string;
  /** Of a section or an abstract; empty for the others, which are not told. */
  document: string;
  /** Number of the section; of a polish or a judgement, which are not told, a digest of its text. */
  section: string;
  /** A conversation about an answer that did not do. */
  isRepair: boolean;
  /** For the rest of an answer that broke off: of a text behind its end, of a judgement what is missing. */
  isRest: boolean;
  /** Tokens billed; 0 while, or since, it could not be answered. */
  billed: number;
  state: 'open' | 'answered' | 'broken';
}

export type Command =
  | { kind: 'calls' | 'forget' }
  | { kind: 'reached'; calls: number }
  /** From now on answers come word by word over so long; else all at once after the pause. */
  | { kind: 'stream'; ms: number };

interface Task {
  kind?: string;
  document?: { title: string };
  section?: { number: string };
  sentences?: { number: number }[];
}

const TASK_MESSAGES = 2;
const PROMPT_TOKENS = 100;

const PIECE_MS = 50;

const pace = Number(process.argv[2]);
let streamMs = 0;
let calls: ModelCall[] = [];
let waiting: { calls: number } | undefined;

const digest = (messages: SeenRequest['messages']) =>
  createHash('sha256').update(JSON.stringify(messages)).digest('base64url');

interface Broken {
  /** What the model has written already of the answer that it is to go on with. */
  begun: string;
  /** Of the end of it, that it is to repeat. */
  lastWords: string;
}

function brokenIn(messages: SeenRequest['messages']): Broken {
  const asked = messages.at(-1)?.content ?? '';
  if (!asked.startsWith('Your answer broke off')) return { begun: '', lastWords: '' };
  const [, lastWords = ''] = /begin with its last words, “(.+?)”, repeat/s.exec(asked) ?? [];
  return { begun: messages.at(-2)?.content ?? '', lastWords };
}

function answerTo(asked: SeenRequest): string {
  const { text: whole } = diligent(asked);
  const { begun, lastWords } = brokenIn(asked.messages);
  return whole.startsWith(begun) ? `${lastWords}${whole.slice(begun.length)}` : whole;
}

function noted({ messages }: SeenRequest): ModelCall {
  const task = JSON.parse(messages[1]?.content ?? '{}') as Task;
  const isOfSome = task.sentences?.some(({ number }, place) => number !== place) === true;
  const isRest = isOfSome || brokenIn(messages).begun !== '';
  const call: ModelCall = {
    kind: task.kind ?? (task.sentences === undefined ? 'polish' : 'support'),
    document: task.document?.title ?? '',
    section: task.section?.number ?? (task.kind === undefined ? digest(messages) : ''),
    isRepair: messages.length - (isRest && !isOfSome ? 2 : 0) > TASK_MESSAGES,
    isRest,
    billed: 0,
    state: 'open',
  };
  calls.push(call);
  return call;
}

const event = (fields: object) =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', ...fields })}\n\n`;

async function send(response: ServerResponse, content: string): Promise<number> {
  const usage = { prompt_tokens: PROMPT_TOKENS, completion_tokens: Math.ceil(content.length / 4) };
  const billed = usage.prompt_tokens + usage.completion_tokens;
  const pieces = Math.ceil(streamMs / PIECE_MS) + 1;
  const size = Math.ceil(content.length / pieces);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let at = 0; at < content.length; at += size) {
    if (at > 0) await delay(PIECE_MS);
    const delta = { content: content.slice(at, at + size) };
    response.write(event({ choices: [{ index: 0, delta, finish_reason: null }] }));
  }
  response.write(event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }));
  response.write(event({ choices: [], usage: { ...usage, total_tokens: billed } }));
  response.end('data: [DONE]\n\n');
  return billed;
}

async function answer(response: ServerResponse, asked: SeenRequest): Promise<void> {
  const call = noted(asked);
  response.once('close', () => {
    if (call.state === 'open') call.state = 'broken';
  });
  tell();
  await delay(pace);
  if (call.state !== 'open') return;
  const billed = await send(response, answerTo(asked));
  // who is gone meanwhile is billed nothing that anybody could know of
  if (response.destroyed && !response.writableFinished) return;
  call.billed = billed;
  call.state = 'answered';
}

/** Answers who waits for a number of calls. */
function tell(): void {
  if (waiting === undefined || calls.length < waiting.calls) return;
  waiting = undefined;
  process.send?.({ calls: [] });
}

const server = createServer((request, response) => {
  void text(request).then((body) => answer(response, JSON.parse(body) as SeenRequest));
});

process.on('message', (command: Command) => {
  if (command.kind === 'reached') {
    waiting = command;
    tell();
    return;
  }
  if (command.kind === 'forget') calls = [];
  if (command.kind === 'stream') streamMs = command.ms;
  process.send?.({ calls });
});
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
