import fc from 'fast-check';
import { carryOrigins, reassign } from './carry-origins';
import { NO_TEXT, type Origin, type OwnedText } from './origin';

const origin = (version: number, over: Partial<Origin> = {}): Origin => ({
  step: 'draft',
  writer: 'model',
  promptVersion: 1,
  version,
  at: '2026-01-01T00:00:00.000Z',
  ...over,
});

const EDIT = origin(2, { step: 'edit', writer: null, promptVersion: null });

const written = (content: string, by = origin(1)): OwnedText => ({
  content,
  ...carryOrigins(NO_TEXT, content, by),
});

/** The pieces of a text with the version they are from. */
const pieces = ({ content, spans, origins }: OwnedText) =>
  spans.map(({ start, end, origin: index }) => [
    content.slice(start, end),
    origins[index]?.version ?? -1,
  ]);

const edited = (before: OwnedText, content: string, by: Origin = EDIT): OwnedText => ({
  content,
  ...carryOrigins(before, content, by),
});

const BEFORE = written('Sleep helps memory. It is well known [@doe2020].\n\nTests help, too.');

describe('the origin of a text', () => {
  it('is the edit only for the words that it changed', () => {
    const after = edited(
      BEFORE,
      'Sleep greatly helps memory. It is well known [@doe2020].\n\nTests help, too.',
    );
    expect(pieces(after)).toEqual([
      ['Sleep ', 1],
      ['greatly ', 2],
      ['helps memory. It is well known [@doe2020].\n\nTests help, too.', 1],
    ]);
  });

  it('moves with a text behind which more was added', () => {
    const after = edited(BEFORE, `My own beginning.\n\n${BEFORE.content}`);
    expect(pieces(after)).toEqual([
      ['My own beginning.\n\n', 2],
      [BEFORE.content, 1],
    ]);
  });

  it('is nobody else for what is left after a deletion', () => {
    expect(pieces(edited(BEFORE, 'Sleep helps memory.'))).toEqual([['Sleep helps memory.', 1]]);
    expect(edited(BEFORE, '')).toEqual({ content: '', spans: [], origins: [] });
  });

  it('is the edit for what was written anew', () => {
    const after = edited(BEFORE, 'Nothing of it is left.\n');
    expect(after.origins).toEqual([EDIT]);
  });

  it('goes through several hands', () => {
    const polished = edited(
      written('Sleep helps memory.'),
      'Sleep helps human memory.',
      origin(1, { step: 'polish', writer: 'other' }),
    );
    const after = edited(polished, 'Sleep helps human memory. I think so.');
    expect(after.origins.map(({ step }) => step)).toEqual(['draft', 'polish', 'edit']);
  });

  it('can be given over to another', () => {
    const after = edited(BEFORE, `${BEFORE.content} More.`);
    const given = reassign(after, ({ step }) => step === 'edit', { ...EDIT, version: 3 });
    expect(given.origins.map(({ version }) => version)).toEqual([1, 3]);
  });

  it('is known for every character, whatever is changed', () => {
    const words = fc.constantFrom(
      'one',
      'two',
      'three',
      ' ',
      '\n',
      '\n\n',
      '. ',
      '[@a]',
      'été',
      '😀',
    );
    const text = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (first, others) => {
        let current = written(first);
        others.forEach((content, index) => {
          current = edited(current, content, { ...EDIT, version: index + 2 });
          const { spans, origins } = current;
          expect(spans.map(({ start }) => start)).toEqual(
            spans.length === 0 ? [] : [0, ...spans.slice(0, -1).map(({ end }) => end)],
          );
          expect(spans.at(-1)?.end ?? 0).toBe(content.length);
          expect(new Set(spans.map((span) => span.origin)).size).toBe(origins.length);
        });
      }),
    );
  });

  it('is given up rather than sought for long in hostile texts', () => {
    const noise = (seed: number) =>
      Array.from({ length: 60_000 }, (_, index) => String((index * seed) % 9973)).join(' ');
    const before = written(noise(7919));
    const since = performance.now();
    const after = edited(before, noise(104_729));
    expect(performance.now() - since).toBeLessThan(500);
    expect(after.spans.at(-1)?.end).toBe(after.content.length);
  });
});
