import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';

const portOf = (address: unknown) => String((address as AddressInfo).port);

/** A mail server that, once told to, refuses everything and quotes in its reply what it was sent. */
export class TalkativeMailServer {
  readonly mails: ParsedMail[] = [];
  refusing = false;
  private readonly smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }: SMTPServerAuthentication, _session, callback) => {
      if (this.refusing) callback(new Error(`no ${username} with the password ${password}`));
      else callback(null, { user: username });
    },
    onRcptTo: ({ address }, _session, callback) => {
      callback(this.refusing ? new Error(`no mailbox ${address}`) : undefined);
    },
    onData: (stream, _session, callback) => {
      void text(stream).then(async (message) => {
        this.mails.push(await simpleParser(message));
        callback();
      });
    },
  });

  /** @returns its address, with these credentials in it */
  async listen(user: string, password: string): Promise<string> {
    const server = this.smtp.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `smtp://${user}:${password}@127.0.0.1:${portOf(server.address())}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.smtp.close(resolve);
    });
  }
}

/** A language model's server that always fails and quotes in its errors the key and the prompt. */
export class TalkativeModelServer {
  asked = 0;
  private readonly server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      this.asked += 1;
      response.writeHead(this.asked % 2 === 0 ? 401 : 500, { 'content-type': 'application/json' });
      const key = request.headers.authorization ?? '';
      const message = `Incorrect API key provided: ${key}. Your request was: ${body}`;
      response.end(JSON.stringify({ error: { message, type: 'error', param: body, code: key } }));
    });
  });

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${portOf(this.server.address())}/v1`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
