import { setTimeout as sleep } from 'node:timers/promises';
import { Body, Controller, Get, Post, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import { newId, ProblemException, Public, SignedIn } from '../common';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';

let effects = 0;
/** Opens when the slow one may go on. */
let door = Promise.withResolvers<undefined>();

@Controller('probe')
@SignedIn()
class ProbeController {
  @Post('create')
  create(@Body() body: object, @Res({ passthrough: true }) response: Response) {
    effects += 1;
    response.set('ETag', '"1"').set('X-Other', 'not repeated');
    return { effects, body, at: new Date(0), unset: undefined };
  }

  @Post('slow')
  async slow() {
    effects += 1;
    await door.promise;
    return { effects };
  }

  @Post('accepted')
  accepted(@Res({ passthrough: true }) response: Response) {
    effects += 1;
    response.status(effects % 2 ? 202 : 200);
  }

  @Post('failing')
  failing(@Body() { crash }: { crash?: boolean }) {
    effects += 1;
    if (crash) throw new Error('unforeseen');
    throw new ProblemException('CONFLICT', 'Not now.');
  }

  @Post('file')
  file() {
    effects += 1;
    return new StreamableFile(Buffer.from('a file'));
  }

  @Post('upload')
  @UseInterceptors(FileInterceptor('file'))
  upload() {
    effects += 1;
    return { effects };
  }

  @Post('open')
  @Public()
  open() {
    effects += 1;
    return { effects };
  }

  @Get('read')
  read() {
    effects += 1;
    return { effects };
  }
}

let target: TestApp;
let browser: TestClient;

beforeAll(async () => {
  target = await testApp({ features: { controllers: [ProbeController] } });
  browser = await new TestClient(target).signIn('once@example.org');
});

afterAll(() => target.close());

beforeEach(() => {
  effects = 0;
});

const post = (path: string, body: object, key: string, by = browser) =>
  by.send('post', `/probe/${path}`, body).set('Idempotency-Key', key);

describe('a POST with an idempotency key', () => {
  it('takes effect once and gives the first answer again', async () => {
    const key = newId();
    const first = await post('create', { a: [1, 'ß'] }, key).expect(201);
    const again = await post('create', { a: [1, 'ß'] }, key).expect(201);
    expect(effects).toBe(1);
    expect(again.body).toEqual(first.body);
    expect(again.headers['etag']).toBe('"1"');
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  it('repeats the status too, and an empty answer', async () => {
    const key = newId();
    const first = await post('accepted', {}, key).expect(202);
    const again = await post('accepted', {}, key).expect(202);
    expect(again.text).toBe(first.text);
    expect(effects).toBe(1);
  });

  it('is refused with another body or at another address', async () => {
    const key = newId();
    await post('create', { a: 1 }, key).expect(201);
    const { body } = await post('create', { a: 2 }, key).expect(422);
    expect(body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await post('accepted', { a: 1 }, key).expect(422);
    expect(effects).toBe(1);
  });

  it('is told to wait while the first is running, and takes effect once of twenty', async () => {
    const key = newId();
    door = Promise.withResolvers();
    let answered = 0;
    const calls = Array.from({ length: 20 }, async () => {
      const answer = await post('slow', {}, key);
      answered += 1;
      // the last one is the first that came
      if (answered === 19) door.resolve(undefined);
      return answer;
    });
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const waiting = answers.filter(({ status }) => status === 409);
    expect(waiting).toHaveLength(19);
    expect(waiting[0]?.body).toMatchObject({ code: 'REQUEST_IN_PROGRESS' });
    expect(effects).toBe(1);
    await post('slow', {}, key).expect(201);
    expect(effects).toBe(1);
  });

  it.each([
    [409, {}],
    [500, { crash: true }],
  ])('can be tried again after a failure (%i)', async (status, body) => {
    const key = newId();
    await post('failing', body, key).expect(status);
    await post('failing', body, key).expect(status);
    expect(effects).toBe(2);
  });

  it('is free again when its process died in the middle, and after a day', async () => {
    const key = newId();
    await post('create', {}, key).expect(201);
    const age = (change: string) =>
      target.database.dataSource.query(`update idempotency_keys set ${change}`);
    await age(`status = null, created_at = now() - interval '11 minutes'`);
    await post('create', {}, key).expect(201);
    await age(`created_at = now() - interval '25 hours'`);
    await post('create', { other: 'body' }, key).expect(201);
    expect(effects).toBe(3);
  });

  it('belongs to its user', async () => {
    const other = await new TestClient(target).signIn('other@example.org');
    const key = newId();
    await post('create', {}, key).expect(201);
    await post('create', {}, key, other).expect(201);
    expect(effects).toBe(2);
  });

  it('covers uploads', async () => {
    const key = newId();
    const upload = (content: string) =>
      browser
        .send('post', '/probe/upload')
        .set('Idempotency-Key', key)
        .attach('file', Buffer.from(content), 'a.bib');
    await upload('@book{a}').expect(201);
    await upload('@book{a}').expect(201);
    await upload('@book{a, title={Another}}').expect(422);
    expect(effects).toBe(1);
  });

  it('is not kept for a file, which is made again', async () => {
    const key = newId();
    await post('file', {}, key).expect(201);
    await sleep(100);
    await post('file', {}, key).expect(201);
    expect(effects).toBe(2);
  });

  it('repeats nothing to someone signed out', async () => {
    const leaving = await new TestClient(target).signIn('leaving@example.org');
    const key = newId();
    await post('create', {}, key, leaving).expect(201);
    const { accessToken } = leaving;
    await leaving.send('post', '/auth/logout').expect(204);
    leaving.accessToken = accessToken;
    await post('create', {}, key, leaving).expect(401);
  });

  it.each(['', 'ключ', 'x'.repeat(256), 'a\tb'])('refuses %j as a key', async (key) => {
    const sent = Buffer.from(key).toString('latin1');
    const { body } = await post('create', {}, sent).expect(422);
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(effects).toBe(0);
  });
});

describe('without effect on', () => {
  it('POSTs without a key', async () => {
    await browser.send('post', '/probe/create', {}).expect(201);
    await browser.send('post', '/probe/create', {}).expect(201);
    expect(effects).toBe(2);
  });

  it('the auth routes, whose answers hold tokens', async () => {
    const signedIn = await new TestClient(target).signIn('tokens@example.org');
    await signedIn.send('post', '/auth/refresh').set('Idempotency-Key', newId()).expect(200);
    const [row] = await target.database.dataSource.query<{ kept: number }[]>(
      `select count(*)::int as kept from idempotency_keys where answer::text like '%accessToken%'`,
    );
    expect(row?.kept).toBe(0);
  });

  it('other methods, and callers without an account', async () => {
    const key = newId();
    for (let count = 0; count < 2; count += 1) {
      await browser.send('get', '/probe/read').set('Idempotency-Key', key).expect(200);
      await post('open', {}, key, new TestClient(target)).expect(201);
    }
    expect(effects).toBe(4);
  });
});
