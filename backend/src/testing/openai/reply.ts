/** One answer of the test server, in the order in which it is asked. */
export type ScriptedReply =
  /** Streams `text`; `tokens` as its usage, or none reported. */
  | { kind: 'text'; text: string; tokens?: { prompt: number; completion: number }; finish?: string }
  /** Does what the task says. */
  | { kind: 'write' }
  /** Half of the JSON that the task asks for; where it asks for none, a chunk that is none. */
  | { kind: 'malformed' }
  /** Invents citations, whatever the task says. */
  | { kind: 'fabricate' }
  /** The same in every way there is, in another mix at each turn; finds all of it well supported. */
  | { kind: 'fabricate everything' }
  | { kind: 'status'; status: number; retryAfter?: string; code?: string }
  /** Accepts the request and never answers. */
  | { kind: 'hang' }
  /** Sends some of the text, or `text`, and then nothing more. */
  | { kind: 'stall'; text?: string }
  /** The same, and ends as if that were all. */
  | { kind: 'cut'; text?: string }
  /** Sends some of the text and resets the connection. */
  | { kind: 'reset' }
  /** Sends vectors, but one too few. */
  | { kind: 'short' }
  /** Sends a chunk that is no JSON. */
  | { kind: 'garbage' };

/** What the test server was asked. */
export interface SeenRequest {
  model: string;
  max_tokens?: number;
  authorization: string;
  messages: { role: string; content: string }[];
  /** Of a call for embeddings. */
  input?: string[];
  /** What a good model was billed for its answer; left out where there was none. */
  billed?: number;
  /** What it sent before it broke off; left out where it did not. */
  broken?: string;
}
