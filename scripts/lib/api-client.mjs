// @ts-check
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** The API as a student's program would call it. */
export class Client {
  #base;
  #accessToken = '';
  #cookies = '';

  /** @param {string} origin such as `http://127.0.0.1:3000` */
  constructor(origin) {
    this.#base = `${origin}/api/v1`;
  }

  /** The header value of a signed-in client. */
  get authorization() {
    return `Bearer ${this.#accessToken}`;
  }

  /**
   * @param {string} method
   * @param {string} path below `/api/v1`
   * @param {unknown} [body]
   * @returns {Promise<Response>}
   * @throws {SetupError} with the API's own words when it refuses
   */
  async request(method, path, body) {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(this.#accessToken && { Authorization: this.authorization }),
        ...(this.#cookies && { Cookie: this.#cookies }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (response.ok) return response;
    const { title, detail } = /** @type {{ title: string, detail: string }} */ (
      await response.json()
    );
    throw new SetupError(`${method} ${path}: ${title}. ${detail}`);
  }

  /** @template T @param {string} path @returns {Promise<T>} */
  async get(path) {
    return /** @type {Promise<T>} */ ((await this.request('GET', path)).json());
  }

  /** @template T @param {string} path @param {unknown} [body] @returns {Promise<T>} */
  async post(path, body = {}) {
    return /** @type {Promise<T>} */ ((await this.request('POST', path, body)).json());
  }

  /**
   * Signs in as a person does: asks for the mail, reads it, follows its link.
   *
   * @param {string} email
   * @param {string} mailDir where development mail lands
   */
  async signIn(email, mailDir) {
    const before = new Set(await readdir(mailDir).catch(() => []));
    const asked = await this.request('POST', '/auth/magic-link', { email });
    const cookies = asked.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    this.#cookies = cookies.join('; ');
    const name = (await readdir(mailDir)).find((file) => !before.has(file));
    if (name === undefined) throw new SetupError(`No sign-in mail arrived in ${mailDir}.`);
    const token = tokenOf(await readFile(join(mailDir, name), 'utf8'));
    /** @type {{ accessToken: string }} */
    const session = await this.post('/auth/verify-magic-link', { token });
    this.#accessToken = session.accessToken;
  }
}

/** @param {string} mail of a sign-in @returns {string | undefined} */
export function tokenOf(mail) {
  const text = mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  return /#token=([\w-]+)/.exec(text)?.[1];
}
