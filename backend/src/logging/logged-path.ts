/** Our own words, versions and file names, and UUIDs: what says which route and which thing. */
const SPEAKING =
  /^(?:[a-z]{1,20}(?:-[a-z]{1,20}){0,3}|v\d|[\w-]{1,60}\.[a-z]\w{1,10}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})?$/i;

/** Of a URL its path, in which whatever else there is, such as the token of a link, is masked. */
export function loggedPath(url: string | undefined): string {
  const [path = ''] = (url ?? '').split('?', 1);
  return path
    .split('/')
    .map((segment) => (SPEAKING.test(segment) ? segment : '[redacted]'))
    .join('/');
}
