import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';

let target: TestApp;

beforeAll(async () => {
  target = await testApp({ environment: { PUBLIC_URL: 'https://thesis.example.org' } });
});

afterAll(() => target.close());

describe('the cookies of an installation on HTTPS', () => {
  it('travel over HTTPS only, and its own pages may use them', async () => {
    const browser = new TestClient(target);
    const email = 'secure@example.org';
    const asked = await browser
      .send('post', '/auth/magic-link', { email })
      .set('Origin', 'https://thesis.example.org')
      .expect(202);
    const { token } = await browser.requestLink(email);
    const verified = await browser.send('post', '/auth/verify-magic-link', { token }).expect(200);
    const cookies = [asked, verified].map(({ headers }) => String(headers['set-cookie']));
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=/);
  });
});
