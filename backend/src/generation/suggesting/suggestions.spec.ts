import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { Section } from '../../documents/dto/section';
import type { Suggestion, Suggestions } from '../../documents/suggestions/suggestion';
import { say, ScriptedWriting } from '../../testing/generation/scripted-writing';
import type { ScriptedReply } from '../../testing/openai/reply';

let writing: ScriptedWriting;
let carried: string;
let section: Section;

beforeAll(async () => {
  writing = await ScriptedWriting.start({ LLM_SUPPORT_CHECK: 'false', LLM_POLISH: 'false' });
  carried = await writing.carriedSentence();
}, 30_000);

afterAll(() => writing.stop());

const OPENING = 'It is the case that this matters very much to many people who learn.';
const text = () => `${OPENING} ${carried} [@roediger2006]. Nothing more is said here about that.`;
const cited = () => `${carried} [@roediger2006].`;

beforeEach(async () => {
  const path = `/documents/${writing.documentId}/sections/${writing.sectionId()}`;
  await writing.fixture.edit(writing.author, path, { content: text() });
  section = await writing.told<Section>(`/sections/${writing.sectionId()}`);
});

interface Asked {
  action: string;
  instruction?: string;
  version?: number;
  selection?: { start: number; end: number };
}

async function ask(replies: readonly ScriptedReply[], asked: Asked, author = writing.author) {
  await writing.server.script([...replies]);
  const { documentId } = writing;
  const whole = { start: 0, end: text().length };
  const body = { documentId, sectionId: section.id, version: section.version, selection: whole };
  return writing.fixture.send(author, 'post', '/generate/suggestion', { ...body, ...asked });
}

async function made(replies: readonly ScriptedReply[], asked: Asked): Promise<Suggestion> {
  const { status, body } = await ask(replies, asked);
  expect([status, body as object]).toEqual([201, expect.anything()]);
  return body as Suggestion;
}

const open = async () => (await writing.told<Suggestions>('/suggestions')).items;

async function store(content: string, accepted: object[] = []): Promise<Section> {
  const path = `/api/v1/documents/${writing.documentId}/sections/${section.id}`;
  const { body, status } = await request(writing.target.server)
    .patch(path)
    .set('Authorization', `Bearer ${writing.author.accessToken}`)
    .set('If-Match', `"${String(section.version)}"`)
    .send({ content, accepted });
  expect([status, body as object]).toEqual([200, expect.anything()]);
  return body as Section;
}

async function hands(): Promise<string[]> {
  interface Told {
    sections: {
      sectionId: string;
      origins: { step: string; writer: string | null }[];
      spans: { start: number; end: number; origin: number }[];
    }[];
  }
  const { sections } = await writing.told<Told>('/provenance');
  const own = sections.find(({ sectionId }) => sectionId === section.id);
  const { content } = await writing.told<Section>(`/sections/${section.id}`);
  return (own?.spans ?? []).map(({ start, end, origin }) => {
    const { step, writer } = own?.origins[origin] ?? { step: '', writer: null };
    return `${step}/${writer ?? 'me'}: ${content.slice(start, end).trim()}`;
  });
}

const SHORT = 'This matters to learners.';

describe('a suggestion', () => {
  it('changes nothing by itself, and says what it would change', async () => {
    const proposed = `${SHORT} ${cited()}`;
    const suggestion = await made([say(proposed)], { action: 'shorten' });
    expect(suggestion).toMatchObject({
      ...{ action: 'shorten', original: text(), proposed, status: 'open', writer: 'wise' },
      ...{ accepted: [], rejected: [], lost: [], place: { start: 0, end: text().length } },
    });
    expect(suggestion.changes.length).toBeGreaterThan(0);
    expect(suggestion.words.after).toBeLessThan(suggestion.words.before);
    expect(suggestion.tokensUsed).toBeGreaterThan(0);
    expect((await writing.told<Section>(`/sections/${section.id}`)).content).toBe(text());
    expect(await open()).toEqual([suggestion]);
  });

  it('is for the whole sentences that the selection touches', async () => {
    const selection = { start: 10, end: 14 };
    const suggestion = await made([say(SHORT)], { action: 'shorten', selection });
    expect(suggestion.original).toBe(OPENING);
    const [asked] = await writing.server.seen();
    const task = JSON.parse(asked?.messages[1]?.content ?? '{}') as { text: string; after: string };
    expect(task.text).toBe(OPENING);
    expect(task.after).toContain(carried);
  });

  it('is the only open one of its section: a newer one takes its place', async () => {
    const first = await made([say(`${SHORT} ${cited()}`)], { action: 'shorten' });
    const second = await made([say(`This matters. ${cited()}`)], { action: 'shorten' });
    expect((await open()).map(({ id }) => id)).toEqual([second.id]);
    const rows = await writing.fixture.query(`select status from suggestions where id = $1`, [
      first.id,
    ]);
    expect(rows).toEqual([{ status: 'replaced' }]);
  });

  it('of a text that has changed meanwhile is refused before anybody is asked', async () => {
    const { status, body } = await ask([], { action: 'shorten', version: section.version - 1 });
    expect([status, body]).toMatchObject([412, { code: 'STALE_VERSION' }]);
    expect(await writing.server.seen()).toEqual([]);
  });

  it('says where it stands while the text around it changes, and that it no longer fits', async () => {
    const selection = { start: 10, end: 14 };
    await made([say(SHORT)], { action: 'shorten', selection });
    section = await store(`New. ${text()}`);
    expect((await open())[0]?.place).toEqual({ start: 5, end: 5 + OPENING.length });
    await store(`New. ${text().replace('very much', 'a lot')}`);
    expect((await open())[0]?.place).toBeNull();
  });

  it.each<[string, Asked]>([
    ['no words', { action: 'shorten', selection: { start: 5, end: 5 } }],
    ['more than there is', { action: 'shorten', selection: { start: 0, end: 100_000 } }],
    ['a wish that is too long', { action: 'rewrite', instruction: 'x'.repeat(1001) }],
    ['an unknown action', { action: 'translate' }],
  ])('is refused for %s', async (_, asked) => {
    const { status, body } = await ask([], asked);
    expect([status, body]).toMatchObject([422, { code: 'VALIDATION_FAILED' }]);
  });

  it('is nobody else’s', async () => {
    const stranger = await writing.fixture.author();
    expect((await ask([], { action: 'shorten' }, stranger)).status).toBe(404);
    const { id } = await made([say(`${SHORT} ${cited()}`)], { action: 'shorten' });
    const path = `/documents/${writing.documentId}/suggestions`;
    await writing.fixture.send(stranger, 'get', path).expect(404);
    await writing.fixture.send(stranger, 'post', `${path}/${id}/reject`, {}).expect(404);
    expect((await open()).map((one) => one.id)).toEqual([id]);
  });

  it('comes once for one idempotency key', async () => {
    await writing.server.script([say(`${SHORT} ${cited()}`)]);
    const key = randomUUID();
    const { documentId } = writing;
    const selection = { start: 0, end: text().length };
    const task = { documentId, sectionId: section.id, version: section.version, selection };
    const send = () =>
      writing.fixture
        .send(writing.author, 'post', '/generate/suggestion', { ...task, action: 'shorten' })
        .set('Idempotency-Key', key)
        .expect(201);
    const first = (await send()).body as Suggestion;
    expect((await send()).body).toEqual(first);
    expect(await writing.server.seen()).toHaveLength(1);
  });

  it('is given up when its reader goes, and is not kept', async () => {
    await writing.fixture.query(`update suggestions set status = 'rejected' where status = 'open'`);
    await writing.server.script([{ kind: 'stall' }]);
    const { documentId } = writing;
    const selection = { start: 0, end: text().length };
    const task = { documentId, sectionId: section.id, version: section.version, selection };
    const sent = writing.fixture.send(writing.author, 'post', '/generate/suggestion', {
      ...{ ...task, action: 'shorten' },
    });
    const gone = sent.then(
      () => 'answered',
      () => 'gone',
    );
    while ((await writing.server.seen()).length === 0)
      await new Promise((done) => setTimeout(done, 20));
    sent.abort();
    expect(await Promise.race([gone, new Promise((done) => setTimeout(done, 200, 'gone'))])).toBe(
      'gone',
    );
    const held = async () =>
      (await writing.fixture.query<unknown>('select 1 from token_reservations')).length;
    for (let left = 100; left > 0 && (await held()) > 0; left -= 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(await held()).toBe(0);
    expect(await open()).toEqual([]);
  });
});

describe('what a model proposes', () => {
  it.each<[string, string, () => string]>([
    ['cites nobody', 'rewrite', () => `${OPENING} ${carried} [@invented2031].`],
    [
      'mentions a work that is none',
      'rewrite',
      () => `Smith (2031) says so. ${cited()} More of it.`,
    ],
    [
      'has a page that is none',
      'rewrite',
      () => `${OPENING} ${carried} [@roediger2006, p. 99999].`,
    ],
    ['gives a figure from nowhere', 'rewrite', () => `${OPENING} It is 73 % in all. ${cited()}`],
    [
      'quotes nobody',
      'rewrite',
      () => `${OPENING} “Nobody ever said these words at all”. ${cited()}`,
    ],
    [
      'has a citation stand for something else',
      'polish',
      () => `Whales sing [@roediger2006]. ${OPENING}`,
    ],
    ['loses a citation while polishing', 'polish', () => text().replace(' [@roediger2006]', '')],
    ['is no shorter', 'shorten', () => `${text()} And this is what there is to say about it.`],
    ['chats', 'polish', () => 'Here is your polished text, enjoy!'],
  ])('is not shown where it %s', async (_, action, reply) => {
    const { status, body } = await ask([say(reply()), say(reply())], { action });
    const told = JSON.stringify(body);
    if (status === 201) {
      // what holds of it may stay
      const { proposed } = body as Suggestion;
      expect(proposed).not.toMatch(/2031|99999|73 %|Nobody ever said|Whales|And this is what/);
      expect(proposed).toContain('[@roediger2006]');
    } else expect(told).toContain('NO_SUGGESTION');
  });

  it('is mended once, told why', async () => {
    const bad = `${SHORT} ${carried} [@invented2031].`;
    const good = `${SHORT} ${cited()}`;
    const { proposed } = await made([say(bad), say(good)], { action: 'shorten' });
    expect(proposed).toBe(good);
    const seen = await writing.server.seen();
    expect(seen).toHaveLength(2);
    expect(seen[1]?.messages.at(-1)?.content).toContain('invented2031');
  });

  it('tells of a citation that it would take away', async () => {
    const less = `${OPENING} Nothing more is said here about that.`;
    const { lost } = await made([say(less), say(less)], { action: 'shorten' });
    expect(lost).toEqual(['[@roediger2006]']);
  });

  it('may say more from the passages, with their evidence', async () => {
    const proposed = `${text()} Moreover, ${carried} [@roediger2006].`;
    const suggestion = await made([say(proposed)], { action: 'expand' });
    expect(suggestion.proposed).toBe(proposed);
    const all = suggestion.changes.map((_, index) => index);
    await store(proposed, [{ suggestionId: suggestion.id, changes: all }]);
    const rows = await writing.fixture.query<{ passage: string | null; state: string }>(
      `select passage_id as passage, state from section_citations where section_id = $1 order by ordinal`,
      [section.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]?.passage).not.toBeNull();
    expect(rows[1]?.state).not.toBe('unsupported');
  });
});

describe('accepting', () => {
  it('a part of it leaves the rest open, and the ledger says who wrote what', async () => {
    const proposed = `${SHORT} ${cited()}`;
    const { id, changes } = await made([say(proposed)], { action: 'shorten' });
    expect(changes.length).toBeGreaterThan(1);
    const stored = text().replace(OPENING, SHORT);
    section = await store(`Mine too. ${stored}`, [{ suggestionId: id, changes: [0] }]);
    const [rest] = await open();
    expect(rest).toMatchObject({ id, accepted: [0], place: { start: 'Mine too. '.length } });
    const told = (await hands()).join('\n');
    expect(told).toContain('suggestion/wise: This matters');
    expect(told).not.toMatch(/suggestion\/wise: .*Mine/);
    const declared = await writing.told<{ models: string[] }>('/provenance');
    expect(declared.models).toContain('wise');
  });

  it('all of it closes it', async () => {
    const proposed = `${SHORT} ${cited()}`;
    const { id, changes } = await made([say(proposed)], { action: 'shorten' });
    await store(proposed, [{ suggestionId: id, changes: changes.map((_, index) => index) }]);
    expect(await open()).toEqual([]);
    const rows = await writing.fixture.query('select status from suggestions where id = $1', [id]);
    expect(rows).toEqual([{ status: 'accepted' }]);
  });

  it('what is not known does not keep a text from being stored', async () => {
    await store('My own words.', [{ suggestionId: randomUUID(), changes: [0] }]);
    expect((await hands()).join()).not.toContain('suggestion/');
  });
});

describe('rejecting', () => {
  const reject = (id: string, body: object = {}) =>
    writing.fixture
      .send(
        writing.author,
        'post',
        `/documents/${writing.documentId}/suggestions/${id}/reject`,
        body,
      )
      .expect(200);

  it('is kept, change by change, and the text stays', async () => {
    const { id, changes } = await made([say(`${SHORT} ${cited()}`)], { action: 'shorten' });
    expect((await reject(id, { changes: [1] })).body).toMatchObject({
      rejected: [1],
      status: 'open',
    });
    const all = changes.map((_, index) => index);
    expect((await reject(id)).body).toMatchObject({ rejected: all, status: 'rejected' });
    expect(await open()).toEqual([]);
    expect((await writing.told<Section>(`/sections/${section.id}`)).content).toBe(text());
    expect((await hands()).join()).not.toContain('suggestion/');
  });
});
