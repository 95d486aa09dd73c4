import fc from 'fast-check';
import { newId } from '../common';
import type { Configuration } from '../config';
import { DownloadLinks } from './download-links';

const configured = (...jwtSecrets: [string, ...string[]]) =>
  ({
    auth: { jwtSecrets },
    http: { publicUrl: 'https://thesis.example' },
  }) as unknown as Configuration;

const links = new DownloadLinks(configured('one secret'));
const HOUR = 3_600_000;
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
const code = (value: string) => expect.objectContaining({ code: value }) as Error;

describe('DownloadLinks', () => {
  it('leads back to the export for an hour', () => {
    const id = newId();
    const { url, expiresAt } = links.sign(id, 0);
    expect(url).toMatch(/^https:\/\/thesis\.example\/api\/v1\/downloads\/[\w-]{70}$/);
    expect(expiresAt.getTime()).toBe(HOUR);
    expect(links.verify(tokenOf(url), HOUR - 1)).toBe(id);
    expect(() => links.verify(tokenOf(url), HOUR)).toThrow(code('LINK_EXPIRED'));
  });

  it('takes no link of another installation', () => {
    const other = new DownloadLinks(configured('another secret'));
    expect(() => links.verify(tokenOf(other.sign(newId()).url))).toThrow(code('NOT_FOUND'));
  });

  it('takes a link from before the secret was changed, while that is still known', () => {
    const id = newId();
    const token = tokenOf(links.sign(id).url);
    const changed = new DownloadLinks(configured('new secret', 'one secret'));
    expect(changed.verify(token)).toBe(id);
    expect(() => links.verify(tokenOf(changed.sign(id).url))).toThrow(code('NOT_FOUND'));
  });

  it('takes no link with any bit changed', () => {
    const token = tokenOf(links.sign(newId(), 0).url);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(fc.nat(token.length - 2), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(token[at] !== character);
        const forged = token.slice(0, at) + character + token.slice(at + 1);
        expect(() => links.verify(forged, 0)).toThrow(code('NOT_FOUND'));
      }),
    );
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), (token) => {
        expect(() => links.verify(token)).toThrow(code('NOT_FOUND'));
      }),
    );
  });
});
