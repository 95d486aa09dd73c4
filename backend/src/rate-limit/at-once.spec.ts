import { Controller, Get, Post, UseInterceptors } from '@nestjs/common';
import { ProblemException, SignedIn } from '../common';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { atOnce } from './at-once';

const Shared = atOnce(2);
let doors: PromiseWithResolvers<undefined>[] = [];

@Controller('shared')
@SignedIn()
class SharedController {
  @Get('slow')
  @UseInterceptors(Shared)
  async slow() {
    const door = Promise.withResolvers<undefined>();
    doors.push(door);
    await door.promise;
    return { ok: true };
  }

  @Post('broken')
  @UseInterceptors(Shared)
  broken() {
    throw new ProblemException('UNREADABLE_FILE', 'So.');
  }
}

let target: TestApp;

beforeAll(async () => {
  target = await testApp({ features: { controllers: [SharedController] } });
});

afterAll(() => target.close());

async function inside(count: number): Promise<void> {
  while (doors.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a share of what all wait for', () => {
  it('is held by one user up to its size, whatever becomes of the calls', async () => {
    const [one, other] = await Promise.all(
      ['one', 'other'].map((name) => new TestClient(target).signIn(`${name}@example.org`)),
    );
    if (one === undefined || other === undefined) throw new Error('nobody signed in');
    for (let turn = 0; turn < 3; turn += 1) {
      await one.send('post', '/shared/broken').expect(422);
    }
    const first = [one, one].map((browser) => browser.send('get', '/shared/slow').then((r) => r));
    await inside(2);
    const refused = await one.send('get', '/shared/slow').expect(429);
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(refused.headers['retry-after']).toBe('5');
    const theirs = other.send('get', '/shared/slow').then((answer) => answer.status);
    await inside(3);
    for (const door of doors) door.resolve(undefined);
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
    await expect(theirs).resolves.toBe(200);
    doors = [];
    const again = one.send('get', '/shared/slow').then((answer) => answer.status);
    await inside(1);
    doors[0]?.resolve(undefined);
    await expect(again).resolves.toBe(200);
  });
});
