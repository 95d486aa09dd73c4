import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import request from 'supertest';
import { compressedPages } from './compressed-pages';

const server = createServer((incoming: IncomingMessage, answer: ServerResponse) => {
  const asked = Object.assign(incoming, { path: incoming.url }) as unknown as Request;
  compressedPages(asked, answer as Response, () => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end('paper and ink '.repeat(1000));
  });
});

async function encodingOf(path: string, accepted: string): Promise<string | undefined> {
  const { headers } = await request(server).get(path).set('Accept-Encoding', accepted);
  return (headers as Record<string, string | undefined>)['content-encoding'];
}

describe('pages', () => {
  it('travel compressed, as whoever asks can take it', async () => {
    expect(await encodingOf('/', 'gzip')).toBe('gzip');
    expect(await encodingOf('/main.js', 'gzip, br')).toBe('br');
    expect(await encodingOf('/main.js', 'identity')).toBeUndefined();
  });

  it.each(['/api/v1/documents', '/API/v1/documents', '/api', '/health/ready', '/metrics'])(
    'are not what %s answers, which is never compressed',
    async (path) => {
      expect(await encodingOf(path, 'gzip, br')).toBeUndefined();
    },
  );
});
