import { Controller, Get } from '@nestjs/common';
import request from 'supertest';
import { Public } from '../common';
import { testApp, type TestApp } from '../testing/test-app';

@Controller('probe')
class ProbeController {
  @Get()
  @Public()
  probe() {
    return { ok: true };
  }
}

const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://theses.example.org',
  ALLOWED_HOSTS: 'internal.example.org',
  JWT_SECRET: 'q8Vw2nLz7RtYb4XcKm9HsDf3GjPe6AuT',
};

let production: TestApp;
let development: TestApp;

beforeAll(async () => {
  const features = { controllers: [ProbeController] };
  production = await testApp({ features, environment: PRODUCTION });
  development = await testApp({ features });
});

afterAll(() => Promise.all([production.close(), development.close()]));

const ask = ({ server }: TestApp, host: string, path = '/api/v1/probe') =>
  request(server).get(path).set('Host', host);

describe('the host check', () => {
  it.each(['theses.example.org', 'THESES.example.org:443', 'internal.example.org', 'localhost'])(
    'lets in %s',
    async (host) => {
      await ask(production, host).expect(200);
    },
  );

  it.each(['evil.example.com', 'theses.example.org.evil.com', '203.0.113.7', 'a b', '', '@x'])(
    'refuses “%s”, whatever else the request says',
    async (host) => {
      const forged = ask(production, host).set('X-Forwarded-Host', 'theses.example.org');
      const { body } = await forged.expect(421);
      expect(body).toMatchObject({ code: 'MISDIRECTED' });
    },
  );

  it('refuses before it looks for files and routes', async () => {
    await ask(production, 'evil.example.com', '/nothing').expect(421);
  });

  it('knows any address in development, but no other name', async () => {
    await ask(development, '192.168.1.20:3000').expect(200);
    await ask(development, '[::1]:3000').expect(200);
    await ask(development, 'evil.example.com').expect(421);
  });
});
