import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../api';
import type { System } from '../system';

export interface Job {
  jobId: string;
  documentId: string;
  status: string;
}

const BUSY_MACHINE_MS = 120_000;
const POLL_MS = 25;
/** An access token lasts fifteen minutes. */
const SIGNED_IN_MS = 5 * 60_000;
const ENDED = ['completed', 'failed', 'cancelled'];

const KIND = { language: 'en', type: 'term_paper', targetPages: 5, citationStyle: 'apa' };
const QUESTIONS = [
  ...['Testing and remembering', 'Spacing and forgetting', 'Feedback after tests'],
  ...['Worked examples and load', 'Interleaving of practice', 'Notes and rereading'],
];

const outlineOf = (sections: number) =>
  Array.from({ length: sections }, (_, index) => {
    const question = QUESTIONS[index % QUESTIONS.length] ?? '';
    const framing = index === 0 ? 'introduction' : index === sections - 1 ? 'conclusion' : 'body';
    const title = `${question}, part ${String(index)}`;
    return { title, level: 1, role: framing, keyPoints: [question], targetWords: 120 };
  });

/** A student whose documents are written while something breaks. */
export class Author {
  private signedInAt = Date.now();
  private signingIn = Promise.resolve();

  private constructor(
    private readonly system: System,
    readonly api: Api,
    private readonly email: string,
    readonly userId: string,
  ) {}

  static async signIn(system: System, email = 'author@example.org'): Promise<Author> {
    const api = await new Api(system).signIn(email);
    const { body } = await api.get<{ id: string }>('/auth/me');
    return new Author(system, api, email, body.id);
  }

  /**
   * Signs in anew in time, in suites that take longer than an access token lasts; once for all who
   * ask meanwhile. In another browser, since signing in ends the browser's session, and with it what
   * is being asked.
   */
  stayIn(): Promise<void> {
    if (Date.now() - this.signedInAt > SIGNED_IN_MS) {
      this.signedInAt = Date.now();
      this.signingIn = this.signInAnew();
    }
    return this.signingIn;
  }

  private async signInAnew(): Promise<void> {
    const { token } = await new Api(this.system).signIn(this.email);
    this.api.token = token;
  }

  /** A document with the sample library and an outline, ready to be written. */
  async document(title: string, sections: number): Promise<string> {
    await this.stayIn();
    const about = { title, topic: 'Learning techniques of students', ...KIND };
    const { id } = await expected<{ id: string }>(201, this.api.post('/documents', about));
    await expected(201, this.api.post(`/documents/${id}/sources/sample`));
    const body = { sections: outlineOf(sections) };
    await expected(200, this.api.request('PUT', `/documents/${id}/outline`, body));
    return id;
  }

  /** As many, made one after the other: so many libraries at a time are more than it reads. */
  async documents(count: number, sections: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await this.document(`No. ${String(n)}`, sections));
    return ids;
  }

  async write(documentId: string): Promise<string> {
    const asked = this.api.post<Job>('/jobs/generate/document-async', { documentId });
    return (await expected(202, asked)).jobId;
  }

  /** The states of these jobs as the database has them, when all have ended. */
  async ended(jobIds: readonly string[], withinMs = BUSY_MACHINE_MS): Promise<string[]> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      // what is asked may be what has just been broken
      const states = await this.states(jobIds).catch(() => ['unknown']);
      const going = states.filter((one) => !ENDED.some((state) => one.startsWith(state)));
      if (going.length === 0) return states;
      if (Date.now() > deadline) {
        throw new Error(`jobs are ${states.join(', ')}:\n${this.system.output().slice(-4000)}`);
      }
      await delay(POLL_MS);
    }
  }

  private async states(jobIds: readonly string[]): Promise<string[]> {
    const sql = `select concat_ws(' ', status, error_code, error_detail) as status
      from unnest($1::uuid[]) with ordinality as wanted (id, place) join jobs using (id)
      order by place`;
    const rows = await this.system.query<{ status: string }>(sql, [jobIds]);
    return rows.map(({ status }) => status);
  }
}

export async function expected<Body>(
  status: number,
  answer: Promise<{ status: number; body: Body }>,
): Promise<Body> {
  const { status: given, body } = await answer;
  if (given !== status) throw new Error(`answered ${String(given)}: ${JSON.stringify(body)}`);
  return body;
}
