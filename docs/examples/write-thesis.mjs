// Signs in, writes an essay from one reference and saves it as a PDF, over the public API alone.
//
//   node write-thesis.mjs http://localhost:3000 you@example.org thesis.pdf
//
// The code of the sign-in mail is asked for on the terminal. Needs Node.js 20 and nothing else.
import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { setTimeout as delay } from 'node:timers/promises';

const [origin, email, file] = process.argv.slice(2);
const api = `${origin}/api/v1`;
const cookies = new Map();
let accessToken;

const REFERENCE = `@article{roediger2006,
  title = {Test-Enhanced Learning},
  author = {Roediger, Henry L. and Karpicke, Jeffrey D.},
  journal = {Psychological Science}, year = {2006}, volume = {17}, pages = {249--255},
  abstract = {Taking a memory test enhances later retention more than additional study of the material.}
}`;

/** One request; the cookies of the answer are kept. */
async function send(method, path, { body, headers = {} } = {}) {
  const isForm = body instanceof FormData;
  const response = await fetch(path.startsWith('http') ? path : api + path, {
    method,
    headers: {
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || isForm ? body : JSON.stringify(body),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
    cookies.set(name, value);
  }
  return response;
}

/** Asks until the answer is final: a new access token for an old one, patience where it is asked for. */
async function ask(method, path, options) {
  const response = await send(method, path, options);
  if (response.ok) return response.status === 204 ? undefined : response.json();
  const problem = await response.json();
  if (response.status === 401 && accessToken !== undefined) {
    accessToken = undefined;
    ({ accessToken } = await ask('POST', '/auth/refresh'));
    return ask(method, path, options);
  }
  const wait = Number(response.headers.get('retry-after'));
  if ([429, 503].includes(response.status) && wait > 0 && wait <= 60) {
    await delay(wait * 1000);
    return ask(method, path, options);
  }
  throw new Error(`${problem.code}: ${problem.detail ?? problem.title} (${problem.requestId})`);
}

/** A repetition, after a broken connection say, gives the first answer again. */
const once = () => ({ 'idempotency-key': randomUUID() });

async function signIn() {
  await ask('POST', '/auth/magic-link', { body: { email } });
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const code = (await terminal.question('Code from the mail: ')).trim();
  terminal.close();
  ({ accessToken } = await ask('POST', '/auth/verify-magic-link', { body: { email, code } }));
}

async function addReference(documentId) {
  const form = new FormData();
  form.append('file', new Blob([REFERENCE], { type: 'application/x-bibtex' }), 'references.bib');
  await ask('POST', `/documents/${documentId}/sources`, { body: form, headers: once() });
}

async function write(documentId) {
  const started = await ask('POST', '/jobs/generate/document-async', {
    body: { documentId },
    headers: once(),
  });
  for (;;) {
    const job = await ask('GET', `/jobs/${started.jobId}/status`);
    console.log(`${job.status}, ${job.progress} %, ${job.sectionsDone} of ${job.sectionsTotal}`);
    if (job.status === 'completed') return;
    if (!['queued', 'running'].includes(job.status)) throw new Error(job.error?.code ?? job.status);
    await delay(1000);
  }
}

async function save(documentId) {
  const made = await ask('POST', `/documents/${documentId}/export`, { body: { format: 'pdf' } });
  const bytes = Buffer.from(await (await fetch(made.downloadUrl)).arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== made.sha256) throw new Error('damaged');
  await writeFile(file, bytes);
  console.log(`${file}: ${made.fileSize} bytes`);
}

await signIn();
const essay = await ask('POST', '/documents', {
  body: {
    title: 'Tests that teach',
    topic: 'How taking a memory test enhances later retention of the material that was studied.',
    language: 'en',
    type: 'essay',
    targetPages: 3,
    citationStyle: 'apa',
  },
  headers: once(),
});
await addReference(essay.id);
await ask('POST', '/generate/outline', { body: { documentId: essay.id }, headers: once() });
await write(essay.id);
await save(essay.id);
await ask('POST', '/auth/logout');
