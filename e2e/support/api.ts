import { mailsIn, signInMail } from '../../backend/src/testing/mailbox';
import type { System } from './system';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A student's program or browser: keeps its cookies, and its access token once signed in. */
export class Api {
  token = '';
  private readonly cookies = new Map<string, string>();

  /** @param userAgent what the program calls itself */
  constructor(
    private readonly system: Pick<System, 'url' | 'mailDir'>,
    private readonly userAgent = 'students-program/1.0',
  ) {}

  async request<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const form = body instanceof FormData;
    const response = await fetch(`${this.system.url}/api/v1${path}`, {
      method,
      headers: {
        'User-Agent': this.userAgent,
        ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
        ...(this.token && { Authorization: `Bearer ${this.token}` }),
        ...(this.cookies.size > 0 && { Cookie: this.cookieHeader }),
        ...headers,
      },
      body: body === undefined ? null : form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    this.keep(response.headers.getSetCookie());
    const json = response.headers.get('content-type')?.includes('json') === true;
    const parsed = (json ? JSON.parse(text) : text || undefined) as Body;
    return { status: response.status, headers: response.headers, body: parsed };
  }

  get<Body>(path: string) {
    return this.request<Body>('GET', path);
  }

  post<Body>(path: string, body: unknown = {}, headers?: Record<string, string>) {
    return this.request<Body>('POST', path, body, headers);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Another browser with the cookies and the token of this one as they are now. */
  copy(): Api {
    const copy = new Api(this.system);
    copy.token = this.token;
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  /** Asks for the mail and reads it. */
  async requestLink(email: string): Promise<{ token: string; code: string }> {
    const { status } = await this.post('/auth/magic-link', { email });
    if (status !== 202) throw new Error(`asking for a link answered ${String(status)}`);
    const mails = await mailsIn(this.system.mailDir);
    return signInMail(mails.findLast(({ to }) => [to].flat().some((one) => one?.text === email)));
  }

  async signIn(email: string): Promise<this> {
    const { token } = await this.requestLink(email);
    const { status, body } = await this.post<{ accessToken: string }>('/auth/verify-magic-link', {
      token,
    });
    if (status !== 200) throw new Error(`sign-in answered ${String(status)}`);
    this.token = body.accessToken;
    return this;
  }

  private get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
