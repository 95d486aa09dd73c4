import type { OutlineSection } from '../dto/outline';
import { givenBack, joinedKeys, type JoinRecord, separated } from './join-record';

const record = (over: Partial<JoinRecord> = {}): JoinRecord => ({
  gone: { mandatory: true, pageCount: 9, row: { id: 'g', key: 'gone' } },
  stayed: { mandatory: false, pageCount: null, key: 'stayed' },
  passages: [],
  files: [],
  sections: [],
  sourceKeys: {},
  ...over,
});

const section = (id: string, sourceKeys: string[]) =>
  ({ id, sourceKeys }) as unknown as OutlineSection;

describe('an outline that is separated', () => {
  it('names both as before, in their order, wherever it has not been changed', () => {
    const before = ['other', 'gone', 'stayed'];
    const joined = section('1', joinedKeys(before, 'gone', 'stayed'));
    expect(joined.sourceKeys).toEqual(['other', 'stayed']);
    const sections = separated(
      [joined, section('2', ['stayed'])],
      record({ sourceKeys: { 1: before } }),
    );
    expect(sections.map(({ sourceKeys }) => sourceKeys)).toEqual([before, ['stayed']]);
  });

  it('names the source again beside what has been planned since', () => {
    const [one] = separated([section('1', ['new'])], record({ sourceKeys: { 1: ['gone'] } }));
    expect(one?.sourceKeys).toEqual(['new', 'gone']);
  });
});

describe('what the source that stayed gives back', () => {
  it('is what it had taken over', () => {
    const now = { mandatory: true, pageCount: 9 };
    expect(givenBack(now, record())).toEqual({ mandatory: false, pageCount: null });
  });

  it('is nothing that has been changed since', () => {
    const now = { mandatory: false, pageCount: 12 };
    expect(givenBack(now, record())).toEqual(now);
  });
});
