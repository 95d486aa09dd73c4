import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { openingPages } from './opening-pages';
import { isKeptForGood, precompressedFiles } from './web-app-files';

describe('files of the web app', () => {
  it.each(['chunk-DHlvPR2Q.js', 'chunk-B_PEmdhI.js', 'main-Bo-uI_Zq.js', 'chunk-DHlvPR2Q.js.br'])(
    'are kept for good when their name carries a hash: %s',
    (name) => {
      expect(isKeptForGood(`/srv/browser/${name}`)).toBe(true);
    },
  );

  it.each(['index.html', 'favicon.svg', 'robots.txt', '3rdpartylicenses.txt'])(
    'are asked for again otherwise: %s',
    (name) => {
      expect(isKeptForGood(`/srv/browser-with-hash/${name}`)).toBe(false);
    },
  );
});

describe('a built web app', () => {
  const SCRIPT = 'console.log("paper and ink");'.repeat(50);
  let folder: string;
  let app: express.Express;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'web-app-'));
    const openings = join(folder, 'openings');
    mkdirSync(openings);
    for (const name of ['index.en', 'index.uk', 'documents.en', 'documents.uk']) {
      writeFileSync(join(openings, `${name}.html`), name);
    }
    writeFileSync(join(folder, 'main-OCWG36RD.js'), SCRIPT);
    writeFileSync(join(folder, 'main-OCWG36RD.js.br'), brotliCompressSync(SCRIPT));
    app = express().use(precompressedFiles(folder)).use(openingPages(openings));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string>) =>
    request(app).get(path).set(headers);

  it('hands out what was compressed beforehand to who takes it, and says so to caches', async () => {
    const { headers } = await get('/main-OCWG36RD.js', { 'Accept-Encoding': 'gzip, br' });
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringMatching(/^text\/javascript; charset=utf-8$/i) as string,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const plain = await get('/main-OCWG36RD.js', { 'Accept-Encoding': 'gzip' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.text).toBe(SCRIPT);
  });

  it.each([
    ['/', 'uk-UA,en;q=0.5', 'index.uk'],
    ['/', 'de', 'index.en'],
    ['/documents', 'en', 'documents.en'],
    ['/documents', '', 'documents.en'],
  ])('opens %s for who likes %s with %s', async (path, language, page) => {
    const { text, headers } = await get(path, { 'Accept-Language': language });
    expect(text).toBe(page);
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
      vary: 'Accept-Language',
    });
  });

  it.each(['/documents/new', '/sign-in', '/openings/index.en.html', '/nothing-12345678.js'])(
    'leaves %s to others',
    async (path) => {
      expect((await get(path, {})).status).toBe(404);
    },
  );

  it('has no openings where none were built', async () => {
    const without = express().use(openingPages(join(folder, 'elsewhere')));
    expect((await request(without).get('/')).status).toBe(404);
  });
});
