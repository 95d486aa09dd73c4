import { makeDocx, makeDocxTable } from '../testing/make-docx';
import { makeLongPdf } from '../testing/make-long-pdf';
import { makePdf } from '../testing/make-pdf';
import { ruleTexts } from '../testing/requirements/rule-texts';
import { RulesApp } from '../testing/requirements/rules-app';
import { TestClient } from '../testing/test-client';
import type { Requirements, UploadedRequirements } from './dto/requirements';
import { bareValues } from './profile/profile';
import { READY_MADE } from './ready-made/ready-made';

jest.setTimeout(120_000);

let app: RulesApp;
let student: TestClient;

beforeAll(async () => {
  app = await RulesApp.start();
  ({ student } = app);
});

afterAll(() => app.close());

const upload = (id: string, file: Buffer | string, name: string, client = student) =>
  client
    .send('post', `/documents/${id}/custom-requirements/upload`)
    .attach('file', Buffer.from(file), name);

const get = async (id: string) =>
  (await student.send('get', `/documents/${id}/requirements`).expect(200)).body as Requirements;

const [GERMAN] = ruleTexts().filter(({ name }) => name === 'de-hochschule');
const RULES = GERMAN?.text ?? [];

/** With less than some lines, a PDF is taken for scanned. */
const LEAD = 'Theses of the Institute of Otters are set as the table says. '.repeat(5);

const ROWS = [
  ['Left margin', '30 mm'],
  ['Right margin', '15 mm'],
  ['Font size of the text', '14 pt'],
];

describe('rules that are uploaded', () => {
  it.each([
    ['as a Word file', 'rules.docx', () => makeDocx(RULES)],
    ['as plain text', 'rules.txt', () => Promise.resolve(Buffer.from(RULES.join('\n')))],
    [
      'as a PDF',
      'rules.pdf',
      () => makePdf(RULES.map((text) => ({ text, margin: [0, 0, 0, 14] }))),
    ],
  ])('are read %s, each value with its sentence', async (_, name, file) => {
    const id = await app.newDocument();
    const { body } = await upload(id, await file(), name).expect(201);
    const { profile, preview, warnings } = body as UploadedRequirements;
    expect(profile.values).toMatchObject({
      marginLeft: { value: 40, page: name.endsWith('pdf') ? 1 : null, origin: 'rules' },
      lineSpacing: { value: 1.5 },
      frontMatterNumbers: { value: 'roman' },
      lengthPages: { value: { min: 40, max: 50 } },
    });
    const text = RULES.join(' ');
    for (const { quote } of Object.values(profile.values)) expect(text).toContain(quote);
    expect(profile.silences).toContain('tableCaption');
    expect(preview).toContain('Leitfaden');
    expect(warnings).toEqual([]);
    expect(await get(id)).toMatchObject({ ...(body as object) });
  });

  it('are shown where they contradict themselves', async () => {
    const text = 'The left margin is 3 cm.\nUse Verdana.\nThe left margin must be 4 cm wide.';
    const { body } = await upload(await app.newDocument(), text, 'rules.txt').expect(201);
    const { profile, warnings } = body as UploadedRequirements;
    expect(profile.values.marginLeft).toMatchObject({ value: 30 });
    expect(profile.values.marginLeft?.confidence).toBeLessThan(0.5);
    expect(profile.contradictions).toMatchObject([
      { rule: 'marginLeft', alternatives: [{ value: 40 }] },
    ]);
    expect(warnings).toEqual([
      expect.stringContaining('marginLeft'),
      expect.stringContaining('Verdana'),
    ]);
  });

  it.each([
    ['a Word file', 'rules.docx', () => makeDocxTable(ROWS)],
    ['a PDF', 'rules.pdf', () => makePdf([LEAD, { table: { widths: [200, 200], body: ROWS } }])],
  ])('are read in a table of two columns in %s', async (_, name, file) => {
    const { body } = await upload(await app.newDocument(), await file(), name).expect(201);
    expect((body as UploadedRequirements).profile.values).toMatchObject({
      ...{ marginLeft: { value: 30 }, marginRight: { value: 15 }, fontSize: { value: 14 } },
    });
  });

  it('say when there are none', async () => {
    const text = 'Otters hold hands while they sleep. They do so in the sea.';
    const { body } = await upload(await app.newDocument(), text, 'otters.txt').expect(201);
    expect((body as UploadedRequirements).warnings).toEqual([
      expect.stringContaining('No rule of formatting'),
    ]);
  });

  it('take six hundred pages of a handbook in some seconds, and name the page', async () => {
    const filler = 'The committee may meet as often as it finds useful, and reports once a year. ';
    const pages = Array.from({ length: 600 }, (_, index) =>
      index === 431 ? 'The margins are 25 mm on all sides.' : filler.repeat(35),
    );
    const started = performance.now();
    const { body } = await upload(
      await app.newDocument(),
      makeLongPdf(pages),
      'handbook.pdf',
    ).expect(201);
    process.stdout.write(`600 pages: ${String(Math.round(performance.now() - started))} ms\n`);
    expect((body as UploadedRequirements).profile.values.marginTop).toMatchObject({
      value: 25,
      page: 432,
    });
  });

  it('are refused as a scan, a program, a picture, references too large and as nothing', async () => {
    const id = await app.newDocument();
    const scan = await makePdf([{ text: ' ' }]);
    const { body } = await upload(id, scan, 'scan.pdf').expect(422);
    expect((body as { detail: string }).detail).toContain('no text layer');
    await upload(id, '#!/bin/sh\nrm -rf /', 'rules.txt').expect(415);
    await upload(id, Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'rules.pdf').expect(415);
    await upload(id, 'plain text', 'rules.pdf').expect(415);
    await upload(id, Buffer.alloc(11 * 1024 * 1024, 'a'), 'rules.txt').expect(413);
    await student.send('post', `/documents/${id}/custom-requirements/upload`).expect(422);
    expect((await get(id)).id).toBeNull();
  });

  it('are nobody else’s', async () => {
    const id = await app.newDocument();
    await upload(id, RULES.join('\n'), 'rules.txt', app.stranger).expect(404);
    await app.stranger.send('get', `/documents/${id}/requirements`).expect(404);
    await app.put(id, { formatting: {} }, app.stranger).expect(404);
    await new TestClient(app.target).send('get', `/documents/${id}/requirements`).expect(401);
  });
});

describe('the requirements of a document', () => {
  it('are confirmed and corrected by its student', async () => {
    const id = await app.newDocument();
    await upload(id, RULES.join('\n'), 'rules.txt').expect(201);
    const before = await get(id);
    const formatting = { ...bareValues(before.profile.values), marginLeft: 35 };
    const { body, headers } = await app
      .put(id, { formatting, titlePage: { supervisor: 'Prof. Ode' } })
      .set('If-Match', `"${String(before.version)}"`)
      .expect(200);
    const after = body as Requirements;
    expect(headers['etag']).toBe(`"${String(before.version + 1)}"`);
    expect(after.profile.values.marginLeft).toMatchObject({
      ...{ value: 35, quote: null, origin: 'person', confirmed: true, confidence: 1 },
    });
    expect(after.profile.values.marginTop).toMatchObject({
      value: 25,
      origin: 'rules',
      confirmed: true,
    });
    expect(after.titlePage).toEqual({ supervisor: 'Prof. Ode' });
    await app
      .put(id, { formatting })
      .set('If-Match', `"${String(before.version)}"`)
      .expect(412);
  });

  it('stay as they were read where the student leaves them open, with what contradicts them', async () => {
    const text = [
      'The left margin is 3 cm. The font size is 12 pt.',
      'The left margin must be 4 cm wide.',
    ].join('\n');
    const id = await app.newDocument();
    const { body: read } = await upload(id, text, 'rules.txt').expect(201);
    const { profile } = read as UploadedRequirements;
    const formatting = bareValues(profile.values);
    const later = await app.put(id, { formatting, open: ['marginLeft'] }).expect(200);
    const { values, contradictions } = (later.body as Requirements).profile;
    expect(values.marginLeft).toEqual(profile.values.marginLeft);
    expect(values.fontSize?.confirmed).toBe(true);
    expect(contradictions).toEqual(profile.contradictions);
    const settled = await app
      .put(id, { formatting: { ...formatting, marginLeft: 40 } })
      .expect(200);
    const after = (settled.body as Requirements).profile;
    expect(after.contradictions).toEqual([]);
    expect(after.values.marginLeft).toMatchObject({
      ...{ value: 40, quote: 'The left margin must be 4 cm wide.', origin: 'rules' },
      confirmed: true,
    });
  });

  it.each([
    [{ formatting: { marginLeft: 400 } }],
    [{ formatting: { font: 'Comic Sans' } }],
    [{ formatting: { frontMatterNumbers: 'roman', pageNumbersFrom: 'body' } }],
    [{ formatting: { partOrder: ['body', 'body'] } }],
    [{ formatting: { lengthPages: { min: 9, max: 3 } } }],
    [{ formatting: { unknown: 1 } }],
    [{ formatting: {}, open: ['unknown'] }],
    [{ formatting: {}, titlePage: { title: 'Mine' } }],
    [{}],
  ])('refuse %j', async (body) => {
    await app.put(await app.newDocument(), body).expect(422);
  });

  it('can be taken from a ready-made profile', async () => {
    const id = await app.newDocument();
    const [apa] = READY_MADE;
    const body = { formatting: { ...apa?.formatting, fontSize: 11 }, profile: apa?.id };
    const { profile } = (await app.put(id, body).expect(200)).body as Requirements;
    expect(profile.values.lineSpacing).toMatchObject({ value: 2, origin: 'profile' });
    expect(profile.values.fontSize).toMatchObject({ value: 11, origin: 'person' });
  });
});
