import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** The SMTP status with which one message is refused. */
export type Reply = 421 | 451 | 550;

export interface TestSmtpServer {
  url: string;
  /** As they came over the wire. */
  messages: string[];
  recipients: string[];
  /** Messages offered, taken or not. */
  tries: number;
  close(): Promise<void>;
}

/** A real SMTP server that answers the first messages with `replies` and takes all others. */
export async function startSmtpServer(replies: readonly Reply[]): Promise<TestSmtpServer> {
  const pending = [...replies];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, callback) => {
      state.recipients.push(address);
      callback();
    },
    onData: (stream, _session, callback) => {
      void text(stream).then((message) => {
        state.tries += 1;
        const responseCode = pending.shift();
        if (responseCode === undefined) state.messages.push(message);
        const refusal = new Error('the mailbox of reader@example.org says no');
        callback(responseCode && Object.assign(refusal, { responseCode }));
      });
    },
  });
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const state: TestSmtpServer = {
    url: `smtp://127.0.0.1:${String(port)}`,
    messages: [],
    recipients: [],
    tries: 0,
    close: () =>
      new Promise((resolve) => {
        smtp.close(resolve);
      }),
  };
  return state;
}
