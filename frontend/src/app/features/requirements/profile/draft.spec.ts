import { knownProfileRecord, requirementsRecord } from '../../../../testing/records';
import * as drafts from './draft';

const stored = requirementsRecord();
const before = drafts.draftOf(stored);

describe('a draft of the rules', () => {
  it('begins as what is stored, with nothing decided that nobody has confirmed', () => {
    expect(before.values).toEqual({ marginLeft: 30, fontSize: 12 });
    expect(drafts.undecided(before)).toEqual(['marginLeft', 'fontSize']);
    expect(drafts.differs(before, before)).toBe(false);
    expect(drafts.stateOf(before, stored, 'fontSize')).toBe('open');
    expect(drafts.stateOf(before, stored, 'font')).toBe('silent');
  });

  it('differs when a value is confirmed, and leaves the others open', () => {
    const draft = drafts.confirming(before, ['fontSize']);
    expect(drafts.differs(draft, before)).toBe(true);
    expect(drafts.stateOf(draft, stored, 'fontSize')).toBe('confirmed');
    expect(drafts.replacementOf(draft)).toEqual({
      formatting: { marginLeft: 30, fontSize: 12 },
      titlePage: {},
      open: ['marginLeft'],
    });
  });

  it('says whose a value is, and which sentence states it', () => {
    const other = drafts.withValue(before, 'marginLeft', 40);
    expect(drafts.stateOf(other, stored, 'marginLeft')).toBe('confirmed');
    expect(drafts.evidenceOf(other, stored, 'marginLeft')).toMatchObject({
      quote: 'The left margin must be 4 cm wide.',
      page: 9,
    });
    const own = drafts.withValue(before, 'marginLeft', 35);
    expect(drafts.stateOf(own, stored, 'marginLeft')).toBe('person');
    expect(drafts.evidenceOf(own, stored, 'marginLeft')).toBeNull();
    expect(drafts.evidenceOf(before, stored, 'marginLeft')?.page).toBe(4);
  });

  it('takes a change back, and a value out', () => {
    const changed = drafts.withValue(before, 'fontSize', 14);
    expect(drafts.isChanged(changed, before, 'fontSize')).toBe(true);
    expect(drafts.differs(drafts.undone(changed, 'fontSize', before), before)).toBe(false);
    const cleared = drafts.withValue(before, 'fontSize', undefined);
    expect(cleared.values).toEqual({ marginLeft: 30 });
    expect(drafts.stateOf(cleared, stored, 'fontSize')).toBe('silent');
    const added = drafts.withValue(before, 'font', 'Arial');
    expect(drafts.differs(drafts.undone(added, 'font', before), before)).toBe(false);
  });

  it('takes all values of a profile, and names it', () => {
    const profile = knownProfileRecord();
    const draft = drafts.takenFrom(before, profile);
    expect(drafts.stateOf(draft, stored, 'lineSpacing')).toBe('profile');
    expect(drafts.stateOf(draft, stored, 'fontSize')).toBe('silent');
    const own = drafts.withValue(draft, 'lineSpacing', 1.5);
    expect(drafts.stateOf(own, stored, 'lineSpacing')).toBe('person');
    expect(drafts.replacementOf(own)).toEqual({
      formatting: { marginLeft: 25.4, lineSpacing: 1.5 },
      titlePage: {},
      open: [],
      profile: 'apa7-student',
    });
  });

  it('says nothing on the title page where the form was left empty', () => {
    const draft = { ...before, titlePage: { supervisor: ' Prof. Ode ', place: '  ' } };
    expect(drafts.differs(draft, before)).toBe(true);
    expect(drafts.replacementOf(draft).titlePage).toEqual({ supervisor: 'Prof. Ode' });
    expect(drafts.differs({ ...before, titlePage: { place: '' } }, before)).toBe(false);
  });
});
