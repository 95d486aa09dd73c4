import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Reply, Seen } from './smtp-server';

/** Answers the first messages with the replies it is started with, and takes all others. */
const pending = process.argv.slice(2).map((reply) => Number(reply) as Reply);
const seen: Seen = { messages: [], recipients: [], tries: 0 };

const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: ({ address }, _session, callback) => {
    seen.recipients.push(address);
    callback();
  },
  onData: (stream, _session, callback) => {
    void text(stream).then((message) => {
      seen.tries += 1;
      const responseCode = pending.shift();
      if (responseCode === undefined) seen.messages.push(message);
      const refusal = new Error('the mailbox of reader@example.org says no');
      callback(responseCode && Object.assign(refusal, { responseCode }));
    });
  },
});

process.on('message', () => process.send?.(seen));
process.on('disconnect', () => process.exit(0));

const server = smtp.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
