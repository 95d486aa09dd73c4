import { create } from 'content-disposition';

const MAX_LENGTH = 80;
const FALLBACK = 'document';

/** What some file system refuses or reads as something else. */
const UNSAFE = /[\p{C}\p{Z}/\\:*?"<>|%]+/gu;

function baseName(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/g, '');
  return [...words].slice(0, MAX_LENGTH).join('').trim();
}

/**
 * `Content-Disposition` for a download named after the title, with a plain ASCII name beside the
 * real one for old programs (RFC 6266, RFC 8187).
 */
export function contentDisposition(title: string, extension: string): string {
  const base = baseName(title);
  const ascii = base
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const hasWords = /\w/.test(ascii);
  return create(`${base === '' ? FALLBACK : base}.${extension}`, {
    fallback: `${hasWords ? ascii : FALLBACK}.${extension}`,
  });
}
