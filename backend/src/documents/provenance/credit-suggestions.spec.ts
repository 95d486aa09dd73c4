import { carryOrigins } from './carry-origins';
import { creditSuggestions, type TakenOver } from './credit-suggestions';
import type { Origin, OwnedText } from './origin';

const ORIGIN: Origin = {
  step: 'draft',
  writer: 'offline',
  promptVersion: 2,
  version: 1,
  at: '2026-01-01T00:00:00.000Z',
};
const OWN: Origin = { ...ORIGIN, step: 'edit', writer: null, promptVersion: null, version: 2 };

const BEFORE = 'A first one. Tests help a lot. A last one.';
const DRAFTED: OwnedText = {
  content: BEFORE,
  origins: [ORIGIN],
  spans: [{ start: 0, end: BEFORE.length, origin: 0 }],
};
const TAKEN: TakenOver = {
  writer: 'wise',
  promptVersion: 1,
  text: 'Tests support lasting memory.',
  inserted: [{ start: 6, end: 28 }],
};

/** Who wrote what of an edited text: `[wise|words]`. */
function told(content: string, takenOver: readonly TakenOver[]): string {
  const edited = { content, ...carryOrigins(DRAFTED, content, OWN) };
  const { origins, spans } = creditSuggestions(BEFORE, edited, OWN, takenOver);
  expect(spans.map(({ start }) => start)).toEqual([0, ...spans.slice(0, -1).map(({ end }) => end)]);
  expect(spans.at(-1)?.end).toBe(content.length);
  return spans
    .map(({ start, end, origin }) => {
      return `[${origins[origin]?.writer ?? 'me'}|${content.slice(start, end)}]`;
    })
    .join('');
}

describe('what a person has taken over from a model', () => {
  it('is the model’s, and nothing else', () => {
    expect(told('A first one. Tests support lasting memory. A last one.', [TAKEN])).toBe(
      '[offline|A first one. Tests ][wise|support lasting memory][offline|. A last one.]',
    );
  });

  it('is the person’s as far as the person has changed it', () => {
    const text = 'A first one. Tests support my lasting memory. A last one, mine.';
    const by = told(text, [TAKEN]);
    expect(by).toContain('[wise|support ]');
    expect(by).toMatch(/\[me\|my ?\]/);
    expect(by).toMatch(/\[wise\| ?lasting memory\]/);
    expect(by).toContain('mine');
    expect(by.match(/\[wise\|[^\]]*mine/)).toBeNull();
  });

  it('is nothing where the words were not taken', () => {
    const text = 'A first one. Tests help me. A last one.';
    expect(told(text, [TAKEN])).not.toContain('wise');
    expect(told(BEFORE, [TAKEN])).toBe(`[offline|${BEFORE}]`);
  });

  it('leaves what it does not know to the person', () => {
    expect(told('A first one. Tests support lasting memory. A last one.', [])).not.toContain(
      'wise',
    );
  });
});
