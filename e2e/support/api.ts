import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { System } from './system';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A signed-in student's program. */
export class Api {
  private accessToken = '';
  private cookies = '';

  constructor(private readonly system: Pick<System, 'url' | 'mailDir'>) {}

  get token(): string {
    return this.accessToken;
  }

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
        ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
        ...(this.accessToken && { Authorization: `Bearer ${this.accessToken}` }),
        ...(this.cookies && { Cookie: this.cookies }),
        ...headers,
      },
      body: body === undefined ? null : form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const parsed = (text === '' ? undefined : JSON.parse(text)) as Body;
    return { status: response.status, headers: response.headers, body: parsed };
  }

  get<Body>(path: string) {
    return this.request<Body>('GET', path);
  }

  post<Body>(path: string, body: unknown = {}, headers?: Record<string, string>) {
    return this.request<Body>('POST', path, body, headers);
  }

  /** Asks for the mail, reads it, follows its link. */
  async signIn(email: string): Promise<this> {
    const before = new Set(mails(this.system.mailDir));
    const { headers } = await this.post('/auth/magic-link', { email });
    this.cookies = cookiesOf(headers);
    const [mail] = mails(this.system.mailDir).filter((name) => !before.has(name));
    if (mail === undefined) throw new Error('no sign-in mail');
    const token = tokenOf(readFileSync(join(this.system.mailDir, mail), 'utf8'));
    const { status, body } = await this.post<{ accessToken: string }>('/auth/verify-magic-link', {
      token,
    });
    if (status !== 200) throw new Error(`sign-in answered ${String(status)}`);
    this.accessToken = body.accessToken;
    return this;
  }
}

function mails(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** The one-time token of a sign-in mail (quoted-printable or not). */
export function tokenOf(mail: string): string | undefined {
  const text = mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  return /#token=([\w-]+)/.exec(text)?.[1];
}
