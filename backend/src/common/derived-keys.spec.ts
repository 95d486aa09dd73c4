import { deriveKeys, keyedDigest } from './derived-keys';

describe('derived keys', () => {
  it('differ by secret and by purpose', () => {
    const digests = ['a', 'b'].flatMap((purpose) =>
      deriveKeys(['secret one', 'secret two'], purpose).map((key) =>
        keyedDigest(key, 'text').toString('hex'),
      ),
    );
    expect(new Set(digests).size).toBe(4);
  });

  it('keep the order of the secrets', () => {
    const [current, previous] = deriveKeys(['new', 'old'], 'a');
    expect(deriveKeys(['old'], 'a')[0]).toEqual(previous);
    expect(deriveKeys(['new'], 'a')[0]).toEqual(current);
  });
});
