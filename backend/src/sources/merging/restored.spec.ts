import fc from 'fast-check';
import type { CslItem } from '../csl/csl-item';
import { mergeItems } from '../csl/merge-items';
import type { SourceState } from '../importing/known-source';
import { restored } from './restored';

const state = (csl: Partial<CslItem>, over: Partial<SourceState> = {}): SourceState => ({
  csl: { id: 'a', type: 'book', ...csl },
  pageCount: null,
  check: null,
  ...over,
});

const item = fc.record(
  {
    title: fc.string(),
    volume: fc.string(),
    DOI: fc.string(),
    author: fc.array(fc.record({ family: fc.string() })),
    issued: fc.record({ 'date-parts': fc.array(fc.array(fc.nat())) }),
  },
  { requiredKeys: [] },
);

describe('restored', () => {
  it('is what was before, whatever was taken in', () => {
    fc.assert(
      fc.property(item, item, (own, other) => {
        const before = state(own as Partial<CslItem>);
        const csl = mergeItems(before.csl, state(other as Partial<CslItem>).csl);
        const after = { csl, pageCount: 9, check: null };
        expect(restored(after, { before, after })).toEqual(before);
      }),
    );
  });

  it('keeps what was corrected since, and does not vouch for it', () => {
    const check = { state: 'found' } as unknown as NonNullable<SourceState['check']>;
    const before = state({ title: 'One' }, { check });
    const after = state({ title: 'One', volume: '7', DOI: '10.1000/1' });
    const now = state({ title: 'Uno', volume: '8', DOI: '10.1000/1' });
    expect(restored(now, { before, after })).toEqual(state({ title: 'Uno', volume: '8' }));
    expect(restored(after, { before, after })).toEqual(before);
  });

  it('leaves alone what was found out since about a reference that stays as it is', () => {
    const check = { state: 'found' } as unknown as NonNullable<SourceState['check']>;
    const before = state({ title: 'One' });
    const now = state({ title: 'One' }, { check, pageCount: 9 });
    const after = state({ title: 'One' }, { pageCount: 9 });
    expect(restored(now, { before, after })).toEqual(state({ title: 'One' }, { check }));
  });
});
