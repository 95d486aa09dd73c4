import { randomBytes } from 'node:crypto';
import { loggedPath } from './logged-path';

const ID = '01a21a3e-97e5-778f-9554-55a5c5ba1d08';

describe('the path of a request in the log', () => {
  it.each([
    `/api/v1/documents/${ID}/sections/${ID.toUpperCase()}`,
    '/api/v1/jobs/generate/document-async',
    '/api/openapi.json',
    '/chunk-AB12CD34.js',
    '/health/ready',
    '/',
  ])('says where: %s', (path) => {
    expect(loggedPath(path)).toBe(path);
    expect(loggedPath(`${path}?token=hunter2`)).toBe(path);
  });

  it('holds no credential', () => {
    const token = randomBytes(52).toString('base64url');
    expect(loggedPath(`/api/v1/downloads/${token}`)).toBe('/api/v1/downloads/[redacted]');
    expect(loggedPath('/reader@example.org/hunter2')).toBe('/[redacted]/[redacted]');
  });
});
