import fc from 'fast-check';
import { CODE_ALPHABET, CODE_LENGTH, digest, isSecret, newCode, newSecret } from './secrets';

describe('secrets', () => {
  it('are recognised by their shape', () => {
    for (let count = 0; count < 100; count += 1) expect(isSecret(newSecret())).toBe(true);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const shaped = typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
        expect(isSecret(value)).toBe(shaped);
      }),
    );
  });

  it('are digested to 32 bytes, differently each', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(digest(one)).toHaveLength(32);
        expect(digest(one).equals(digest(other))).toBe(one === other);
      }),
    );
  });
});

describe('codes', () => {
  const codes = Array.from({ length: 5000 }, newCode);

  it('have eight characters that cannot be read for one another', () => {
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{8}$`));
    expect(CODE_ALPHABET).not.toMatch(/[01ILOAEU]/);
  });

  it('use every character about equally often', () => {
    const expected = (codes.length * CODE_LENGTH) / CODE_ALPHABET.length;
    const counts = new Map<string, number>();
    for (const character of codes.join('')) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    for (const character of CODE_ALPHABET) {
      // seven standard deviations: fails by chance about once in 10^10 runs
      expect(Math.abs((counts.get(character) ?? 0) - expected)).toBeLessThan(
        7 * Math.sqrt(expected),
      );
    }
  });
});
