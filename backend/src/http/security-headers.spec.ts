import { Controller, Get } from '@nestjs/common';
import request from 'supertest';
import { Public } from '../common';
import { testApp, type TestApp } from '../testing/test-app';
import { UnknownPaths } from './unknown-paths';

@Controller('probe')
class ProbeController {
  @Get()
  @Public()
  probe() {
    return { ok: true };
  }
}

const ALLOWED = 'https://library.example.org';

let target: TestApp;
let secure: TestApp;

beforeAll(async () => {
  const features = { controllers: [ProbeController], providers: [UnknownPaths] };
  target = await testApp({ features, environment: { CORS_ORIGINS: ALLOWED } });
  secure = await testApp({ features, environment: { PUBLIC_URL: 'https://theses.example.org' } });
});

afterAll(() => Promise.all([target.close(), secure.close()]));

const headersOf = async (path: string, at = target, sent: Record<string, string> = {}) => {
  const { headers } = await request(at.server).get(path).set(sent);
  return headers as Record<string, string | undefined>;
};

describe('the headers of an answer', () => {
  it('keep data from being stored, framed or taken for a page', async () => {
    expect(await headersOf('/api/v1/probe')).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  it('let a page run our scripts only, none inline, and sinks take nothing unchecked', async () => {
    const policy = (await headersOf('/sign-in'))['content-security-policy'] ?? '';
    const directives = policy.split(';');
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain("require-trusted-types-for 'script'");
    expect(directives).toContain("object-src 'none'");
    expect(directives).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/);
  });

  it('keep scripts of the app from being a page, with no more than that takes', async () => {
    const headers = await headersOf('/chunk-DHlvPR2Q.js');
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('referrer-policy');
  });

  it('let WebAssembly run in the worker that reads PDFs, and nowhere else', async () => {
    const policyOf = async (path: string) => (await headersOf(path))['content-security-policy'];
    expect(await policyOf('/pdfjs/pdf.worker.min.mjs')).toBe(
      "default-src 'none';connect-src 'self';frame-ancestors 'none';script-src 'self' 'wasm-unsafe-eval'",
    );
    expect(await policyOf('/documents/pdfjs/')).not.toContain('wasm');
  });

  it('let Stripe take cards in the app only where they are taken there', async () => {
    const of = async (environment: Record<string, string>) => {
      const app = await testApp({ features: { providers: [UnknownPaths] }, environment });
      const headers = await headersOf('/sign-in', app);
      await app.close();
      const policy = headers['content-security-policy'] ?? '';
      return { policy, opener: headers['cross-origin-opener-policy'] };
    };
    const keys = { STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' };
    const elsewhere = await of(keys);
    expect(elsewhere.policy).not.toMatch(/stripe|default;|default$/);
    expect(elsewhere.opener).toBe('same-origin');
    const { policy, opener } = await of({ ...keys, STRIPE_PUBLISHABLE_KEY: 'pk_test_x' });
    expect(opener).toBe('same-origin-allow-popups');
    expect(policy).toContain("script-src 'self' https://js.stripe.com https://*.js.stripe.com;");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy.split(';')).toContain(
      'trusted-types angular angular#bundler tesigo#mail tesigo#pdf default',
    );
  });

  it('ask for HTTPS only where it is served', async () => {
    expect((await headersOf('/', target))['strict-transport-security']).toBeUndefined();
    expect((await headersOf('/', secure))['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });

  it('cannot be changed by another spelling of the path', async () => {
    const [usual, other] = [await headersOf('/api/v1/probe'), await headersOf('/API/V1/probe')];
    for (const name of ['cache-control', 'content-security-policy']) {
      expect(other[name]).toBe(usual[name]);
    }
  });

  it('say nothing of what serves', async () => {
    const headers = await headersOf('/api/v1/probe');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });
});

describe('other origins', () => {
  it('are allowed by name only', async () => {
    const allowed = await headersOf('/api/v1/probe', target, { Origin: ALLOWED });
    expect(allowed['access-control-allow-origin']).toBe(ALLOWED);
    for (const origin of ['https://evil.example', 'null', `${ALLOWED}.evil.example`]) {
      const refused = await headersOf('/api/v1/probe', target, { Origin: origin });
      expect(refused['access-control-allow-origin']).toBeUndefined();
    }
  });
});
