import type { MailView } from '../../../api/generated/models';
import { changeOf, draftOf, issueOf, isSound, ownTexts } from './mail-draft';

const part = (name: 'subject' | 'expiry', builtIn: string, text: string | null = null) => ({
  ...{ name, builtIn, text, required: name === 'expiry' ? ['minutes'] : [] },
});

const view: MailView = {
  ...{ id: 'sign-in.en', template: 'sign-in', locale: 'en', version: 1 },
  parts: [part('subject', 'Built in', 'Ours'), part('expiry', 'For {{minutes}} minutes.')],
  placeholders: ['minutes'],
  preview: { subject: '', html: '', text: '' },
};

const expiry = view.parts[1]!;
const kindOf = (text: string) => issueOf(expiry, view.placeholders, text)?.kind;

describe('the draft of a mail', () => {
  it('is what holds, and changes nothing by itself', () => {
    const draft = draftOf(view);
    expect(draft).toEqual({ subject: 'Ours', expiry: 'For {{minutes}} minutes.' });
    expect(changeOf(view, draft)).toEqual({});
    expect(ownTexts(view, draft)).toEqual({ subject: 'Ours' });
    expect(isSound(view, draft)).toBe(true);
  });

  it('gives back what is as it is built in', () => {
    const draft = { subject: ' Built\n in ', expiry: 'Only {{ minutes }} minutes.' };
    expect(changeOf(view, draft)).toEqual({ subject: null, expiry: 'Only {{ minutes }} minutes.' });
  });

  it('says why a part could not be sent', () => {
    expect(kindOf('  ')).toBe('empty');
    expect(kindOf('x'.repeat(301))).toBe('long');
    expect(kindOf('{{minutes}} {{code}}')).toBe('unknown');
    expect(kindOf('{{minutes}} {{minutes')).toBe('unclosed');
    expect(kindOf('For a while.')).toBe('missing');
    expect(kindOf('For {{ minutes }} minutes.')).toBeUndefined();
    expect(isSound(view, { subject: 'Ours', expiry: '' })).toBe(false);
  });
});
