import { scriptOfStripe } from './stripe-js';

jest.mock('@stripe/stripe-js/pure', () => ({ loadStripe: jest.fn() }));

describe('scriptOfStripe', () => {
  it.each(['https://js.stripe.com/endive/stripe.js', 'https://m1.js.stripe.com/part.js'])(
    'lets in %s',
    (url) => {
      expect(scriptOfStripe(url)).toBe(url);
    },
  );

  it.each([
    'http://js.stripe.com/stripe.js',
    'https://js.stripe.com.evil.example/stripe.js',
    'https://evil.example/js.stripe.com/stripe.js',
    'https://evil.example@other.example/stripe.js',
    'https://evil-js.stripe.com/stripe.js',
    'javascript:alert(1)',
    'data:text/javascript,alert(1)',
    '/own.js',
  ])('refuses %s', (url) => {
    expect(scriptOfStripe(url)).toBeNull();
  });
});
