import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { diligent } from './diligent';
import { fabricate, praise } from './fabrications';
import type { ScriptedReply, SeenRequest } from './reply';

/**
 * An OpenAI-compatible server for tests, a process of its own: real HTTP, real server-sent events,
 * and the faults that real servers have. Replies are scripted through IPC; a model that is named
 * `down` always fails. Calls for embeddings take from the script only faults, and else are answered
 * by meaning.
 */
const replies: ScriptedReply[] = [];
let fallback: ScriptedReply = { kind: 'text', text: 'Nothing was scripted.' };
const seen: SeenRequest[] = [];

const FABRICATED = `Sleep doubles retention in every student [@invented2031, p. 12].
According to Smithers (2031), cramming never works. This was shown by many [3].

Nobody doubts it [@roediger2006, p. 99999]. “These words stand in no source at all” [@roediger2006].
A bare mention of @ghost1999 is no better. An honest sentence without any citation stays.`;

function chunk(delta: object, finish: string | null = null): string {
  const choice = { index: 0, delta, finish_reason: finish };
  const data = {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [choice],
  };
  return `data: ${JSON.stringify(data)}\n\n`;
}

function usageChunk({ prompt, completion }: { prompt: number; completion: number }): string {
  const usage = {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  };
  const data = {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [],
    usage,
  };
  return `data: ${JSON.stringify(data)}\n\n`;
}

const SMALL_PIECES = /[^]{1,40}/g;
/** For suites with thousands of answers. */
const LARGE_PIECES = /[^]{1,400}/g;

function stream(response: ServerResponse, text: string, pieces = SMALL_PIECES): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const piece of text.match(pieces) ?? []) response.write(chunk({ content: piece }));
}

type TextReply = Extract<ScriptedReply, { kind: 'text' }>;

function sendText(
  response: ServerResponse,
  { text, tokens, finish = 'stop' }: TextReply,
  pieces = SMALL_PIECES,
): void {
  stream(response, text, pieces);
  response.write(chunk({}, finish));
  if (tokens !== undefined) response.write(usageChunk(tokens));
  response.end('data: [DONE]\n\n');
}

function sendError(response: ServerResponse, status: number, retryAfter?: string, code?: string) {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  });
  const message = 'Incorrect API key provided: sk-secret';
  response.end(JSON.stringify({ error: { message, type: 'error', code: code ?? null } }));
}

const BROKEN_OFF = 'The beginning of an answer that';

function breakOff(response: ServerResponse, asked: SeenRequest, text = BROKEN_OFF): void {
  asked.broken = text;
  stream(response, text);
}

function sendGarbage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end('data: {"choices": [{\n\n');
}

function bill(response: ServerResponse, asked: SeenRequest, text: string): void {
  const tokens = { prompt: 100, completion: Math.ceil(text.length / 4) };
  asked.billed = tokens.prompt + tokens.completion;
  sendText(response, { kind: 'text', text, tokens }, LARGE_PIECES);
}

function sendMalformed(response: ServerResponse, asked: SeenRequest): void {
  const { text, wantsJson } = diligent(asked);
  if (wantsJson) bill(response, asked, text.slice(0, text.length / 2));
  else sendGarbage(response);
}

let turn = 0;

function everything({ messages }: SeenRequest): string {
  const [rules, task] = messages.map(({ content }) => content);
  return rules?.includes('"verdicts"') ? praise() : fabricate(task ?? '', turn++);
}

function answer(response: ServerResponse, reply: ScriptedReply, asked: SeenRequest): void {
  switch (reply.kind) {
    case 'fabricate everything':
      sendText(
        response,
        { kind: 'text', text: everything(asked), tokens: { prompt: 50, completion: 90 } },
        LARGE_PIECES,
      );
      break;
    case 'text':
      sendText(response, reply);
      break;
    case 'write':
      bill(response, asked, diligent(asked).text);
      break;
    case 'malformed':
      sendMalformed(response, asked);
      break;
    case 'fabricate':
      sendText(response, {
        kind: 'text',
        text: FABRICATED,
        tokens: { prompt: 50, completion: 90 },
      });
      break;
    case 'status':
      sendError(response, reply.status, reply.retryAfter, reply.code);
      break;
    case 'hang':
      break;
    case 'stall':
      breakOff(response, asked, reply.text);
      break;
    case 'cut':
      breakOff(response, asked, reply.text);
      response.end();
      break;
    case 'reset':
      breakOff(response, asked);
      setTimeout(() => response.destroy(), 20);
      break;
    case 'short':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: [] }));
      break;
    case 'garbage':
      sendGarbage(response);
      break;
  }
}

/** Words that mean about the same: one dimension each. */
const CONCEPTS = [/otter|beaver|mammal/g, /river|lake|stream/g, /engine|motor|car/g, /fish|trout/g];

function sendEmbeddings(response: ServerResponse, input: readonly string[]): void {
  const data = input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: CONCEPTS.map((words) => 0.1 + (text.toLowerCase().match(words)?.length ?? 0)),
  }));
  const tokens = input.join(' ').split(/\s+/).length;
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  response.writeHead(200, { 'content-type': 'application/json' });
  // servers need not keep the order
  response.end(JSON.stringify({ object: 'list', data: data.reverse(), model: 'm', usage }));
}

function answerEmbeddings(
  response: ServerResponse,
  input: readonly string[],
  asked: SeenRequest,
): void {
  const [next] = replies;
  const isFault = next !== undefined && next.kind !== 'text' && next.kind !== 'fabricate';
  const fault = isFault ? replies.shift() : undefined;
  if (fault === undefined) sendEmbeddings(response, input);
  else answer(response, fault, asked);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

const server = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    const asked = JSON.parse(body) as SeenRequest;
    asked.authorization = request.headers.authorization ?? '';
    seen.push(asked);
    if (asked.model === 'down') sendError(response, 503);
    else if (asked.input !== undefined) answerEmbeddings(response, asked.input, asked);
    else answer(response, replies.shift() ?? fallback, asked);
  });
});

/** What the test's own process may tell this one. */
export type Command =
  { kind: 'script'; replies: ScriptedReply[]; fallback?: ScriptedReply } | { kind: 'seen' };

process.on('message', (command: Command) => {
  if (command.kind === 'script') {
    replies.splice(0, replies.length, ...command.replies);
    if (command.fallback !== undefined) ({ fallback } = command);
    seen.length = 0;
  }
  process.send?.({ kind: command.kind, seen });
});
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  process.send?.({ kind: 'ready', port: (server.address() as AddressInfo).port });
});
