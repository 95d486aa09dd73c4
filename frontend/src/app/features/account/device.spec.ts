import { deviceOf } from './device';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)';
const IOS_WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('deviceOf', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Windows'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Linux'],
    ['Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'Android'],
    [`${IPHONE} ${IOS_WEBKIT} FxiOS/145.0 Mobile/15E148 Safari/604.1`, 'iPhone'],
  ])('knows Firefox: %s', (userAgent, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser: 'Firefox', system });
  });

  it.each([
    [`${MAC} ${IOS_WEBKIT} Version/26.1 Safari/605.1.15`, 'Mac'],
    [`${IPHONE} ${IOS_WEBKIT} Version/26.0 Mobile/15E148 Safari/604.1`, 'iPhone'],
    [
      `Mozilla/5.0 (iPad; CPU OS 16_7 like Mac OS X) ${IOS_WEBKIT} Version/16.6 Mobile/15E148 Safari/604.1`,
      'iPad',
    ],
  ])('knows Safari: %s', (userAgent, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser: 'Safari', system });
  });

  it.each([
    [`${WINDOWS} ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, 'Windows'],
    [`${MAC} ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, 'Mac'],
    [`${ANDROID} ${WEBKIT} Chrome/142.0.0.0 Mobile Safari/537.36`, 'Android'],
    [`${IPHONE} ${IOS_WEBKIT} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`, 'iPhone'],
    [
      `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`,
      'ChromeOS',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/142.0.0.0 Safari/537.36`, 'Linux'],
    [`Mozilla/5.0 (X11; FreeBSD amd64) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, null],
  ])('knows Chrome: %s', (userAgent, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser: 'Chrome', system });
  });

  it.each([
    [`${WINDOWS} ${WEBKIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'Edge', 'Windows'],
    [`${WINDOWS} ${WEBKIT} Chrome/70.0.3538.102 Safari/537.36 Edge/18.19042`, 'Edge', 'Windows'],
    [`${ANDROID} ${WEBKIT} Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0`, 'Edge', 'Android'],
    [`${IPHONE} ${IOS_WEBKIT} Version/18.0 EdgiOS/142.0 Safari/604.1`, 'Edge', 'iPhone'],
    [`${WINDOWS} ${WEBKIT} Chrome/141.0.0.0 Safari/537.36 OPR/125.0.0.0`, 'Opera', 'Windows'],
    [
      `${ANDROID} ${WEBKIT} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
  ])('is not misled by the names a browser borrows: %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });

  it.each([null, '', 'node', 'curl/8.15.0', 'python-requests/2.32.5', 'PostmanRuntime/7.49.1'])(
    'knows no browser behind %p',
    (userAgent) => {
      expect(deviceOf(userAgent)).toBeNull();
    },
  );
});
