import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LanguageToolFault =
  'hang' | 'drop' | 'garbage' | 'incomplete' | 'huge' | { status: number };

type Annotation = { text: string } | { markup: string };

/** Characters a request may have, markup included, as on the public server. */
const LONGEST = 20_000;
const KNOWN = ['en-US', 'en-GB', 'de-DE', 'uk-UA', 'fr', 'es', 'it'];

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const part of request) body += String(part);
  return new URLSearchParams(body);
}

/** Every `teh` that is text, counted with the markup. */
function matchesIn(annotations: readonly Annotation[]) {
  let offset = 0;
  return annotations.flatMap((annotation) => {
    const from = offset;
    offset += 'text' in annotation ? annotation.text.length : annotation.markup.length;
    if (!('text' in annotation)) return [];
    return [...annotation.text.matchAll(/\bteh\b/g)].map(({ index }) => ({
      ...{ message: 'Possible spelling mistake found.', offset: from + index, length: 3 },
      replacements: [{ value: 'the' }],
      rule: { id: 'MORFOLOGIK_RULE', issueType: 'misspelling' },
    }));
  });
}

/** A LanguageTool server for tests: its route, form and answers, and the faults of real ones. */
export class LanguageToolServer {
  fault: LanguageToolFault | undefined;
  /** Texts as they were read, without markup. */
  readonly read: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    void formOf(request).then((form) => {
      if (this.fault === undefined) this.answer(response, request.url ?? '', form);
      else this.fail(response, this.fault);
    });
  });

  static async start(): Promise<LanguageToolServer> {
    const started = new LanguageToolServer();
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/tool`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(response: ServerResponse, url: string, form: URLSearchParams): void {
    if (url !== '/tool/v2/check') return this.fail(response, { status: 404 });
    if (!KNOWN.includes(form.get('language') ?? '')) return this.fail(response, { status: 400 });
    const { annotation } = JSON.parse(form.get('data') ?? '') as { annotation: Annotation[] };
    const length = JSON.stringify(annotation.map((one) => Object.values(one)[0])).length;
    if (length > LONGEST) return this.fail(response, { status: 413 });
    this.read.push(annotation.map((one) => ('text' in one ? one.text : '')).join(''));
    response.end(JSON.stringify({ matches: matchesIn(annotation) }));
  }

  private fail(response: ServerResponse, fault: LanguageToolFault): void {
    if (fault === 'hang') return;
    if (fault === 'drop') response.destroy();
    else if (fault === 'garbage') response.end('<html>');
    else if (fault === 'huge') response.end('x'.repeat(9 * 1024 * 1024));
    else if (fault === 'incomplete') {
      response.end(JSON.stringify({ warnings: { incompleteResults: true }, matches: [] }));
    } else response.writeHead(fault.status).end('Error: not so.');
  }
}
