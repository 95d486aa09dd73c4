import { TestBed } from '@angular/core/testing';
import { FakeSocket } from '../../../testing/fake-socket';
import { jobRecord } from '../../../testing/records';
import { Session } from '../../core/session/session';
import type { JobServerMessage } from './job-messages';
import { JobSocket, OPEN_SOCKET } from './job-socket';

const progress = (seq: number) => ({ type: 'progress', seq, message: 'sectionWritten' });

describe('JobSocket', () => {
  let sockets: FakeSocket[];
  let messages: JobServerMessage[];
  let polling: boolean[];
  let gone: number;
  let renewals: number;
  let socket: JobSocket;

  beforeEach(() => {
    jest.useFakeTimers();
    sockets = [];
    messages = [];
    polling = [];
    gone = 0;
    renewals = 0;
    const open = () => {
      const fake = new FakeSocket();
      sockets.push(fake);
      return fake;
    };
    const session = {
      freshToken: () => Promise.resolve('token'),
      renew: () => Promise.resolve(renewals++),
    };
    TestBed.configureTestingModule({
      providers: [
        JobSocket,
        { provide: OPEN_SOCKET, useValue: open },
        { provide: Session, useValue: session },
      ],
    });
    socket = TestBed.inject(JobSocket);
  });

  afterEach(() => {
    socket.close();
    jest.useRealTimers();
  });

  const last = () => sockets.at(-1)!;

  async function connect(): Promise<void> {
    socket.connect('d1', {
      onMessage: (message) => messages.push(message),
      onPolling: (value) => polling.push(value),
      onGone: () => gone++,
    });
    await jest.advanceTimersByTimeAsync(0);
    last().open();
  }

  async function reconnect(): Promise<void> {
    await jest.advanceTimersByTimeAsync(30_000);
    last().open();
  }

  it('proves who it is in its first message, not in the address', async () => {
    await connect();
    expect(last().sent).toEqual([{ type: 'auth', accessToken: 'token' }]);
  });

  it('goes on after the last entry it has seen', async () => {
    await connect();
    last().receive({ type: 'snapshot', job: jobRecord() });
    last().receive(progress(1));
    last().receive(progress(2));
    last().drop();
    await reconnect();
    expect(sockets).toHaveLength(2);
    expect(last().sent).toEqual([{ type: 'auth', accessToken: 'token', afterSeq: 2 }]);
  });

  it('tells no entry twice', async () => {
    await connect();
    last().receive({ type: 'snapshot', job: jobRecord() });
    for (const seq of [1, 2, 2, 1, 3]) last().receive(progress(seq));
    const told = messages.flatMap((message) => (message.type === 'progress' ? [message.seq] : []));
    expect(told).toEqual([1, 2, 3]);
  });

  it('counts from the start when another job follows', async () => {
    await connect();
    last().receive({ type: 'snapshot', job: jobRecord() });
    last().receive(progress(7));
    last().receive({ type: 'snapshot', job: jobRecord({ jobId: 'j2' }) });
    last().receive(progress(1));
    expect(messages.at(-1)).toMatchObject({ seq: 1 });
  });

  it('asks for polling when it does not hold, until it holds again', async () => {
    await connect();
    for (let failure = 0; failure < 3; failure++) {
      last().drop();
      await reconnect();
    }
    expect(polling).toEqual([true]);
    last().receive({ type: 'snapshot', job: null });
    expect(polling).toEqual([true, false]);
  });

  it('renews a token that the server refuses', async () => {
    await connect();
    last().drop(4401);
    await reconnect();
    expect(renewals).toBe(1);
  });

  it('waits no longer once the network is back, and then dials once', async () => {
    await connect();
    last().drop();
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(sockets).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sockets).toHaveLength(2);
  });

  it('stops asking for a document that is not there', async () => {
    await connect();
    last().drop(4404);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(gone).toBe(1);
    expect(sockets).toHaveLength(1);
  });

  it('stays closed once it was closed', async () => {
    await connect();
    last().drop();
    socket.close();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(sockets).toHaveLength(1);
  });

  it('passes over messages of a kind it does not know', async () => {
    await connect();
    last().receive({ type: 'greeting' });
    last().receive('text');
    expect(messages).toEqual([]);
  });
});
