import request, { type Test } from 'supertest';
import { mailsIn, signInMail } from './mailbox';
import type { TestApp } from './test-app';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** Long before what a replica remembers of a token runs out by itself. */
const CARRIED_MS = 2000;

/** A browser in front of a test app: its own cookies, its access token sent along. */
export class TestClient {
  accessToken: string | undefined;
  private readonly cookies = new Map<string, string>();

  constructor(private readonly target: TestApp) {}

  /** A request with everything this browser holds; cookies that come back are kept. */
  send(method: Method, path: string, body?: object): Test {
    const test = request(this.target.server)[method](`/api/v1${path}`);
    if (this.accessToken !== undefined) test.set('Authorization', `Bearer ${this.accessToken}`);
    if (this.cookies.size > 0) test.set('Cookie', this.cookieHeader);
    test.on('response', ({ headers }: { headers: Record<string, string[] | undefined> }) => {
      this.keep(headers['set-cookie'] ?? []);
    });
    return body === undefined ? test : test.send(body);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string | undefined): void {
    if (value === undefined) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Asks for a link and reads the mail that came. */
  async requestLink(email: string): Promise<{ token: string; code: string }> {
    await this.send('post', '/auth/magic-link', { email }).expect(202);
    const mails = await mailsIn(this.target.config.mail.directory);
    return signInMail(mails.findLast(({ to }) => [to].flat().some((one) => one?.text === email)));
  }

  async signIn(email: string): Promise<this> {
    const { token } = await this.requestLink(email);
    const { body } = await this.send('post', '/auth/verify-magic-link', { token }).expect(200);
    this.accessToken = (body as { accessToken: string }).accessToken;
    return this;
  }

  /** Waits until its access has ended here too: Redis carries that to other replicas in its own time. */
  async shutOut(): Promise<void> {
    const since = Date.now();
    while ((await this.send('get', '/auth/me')).status !== 401) {
      if (Date.now() - since > CARRIED_MS) throw new Error('The access has not ended');
    }
  }

  private get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.setCookie(name, value === '' ? undefined : value);
    }
  }
}
