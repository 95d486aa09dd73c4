/** The address of the test Redis; each suite prefixes its keys. */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (url === undefined) throw new Error('TEST_REDIS_URL is not set; run the tests by npm test');
  return url;
}
