import fc from 'fast-check';
import { LOCALES } from '../mail-message';
import { MailRenderer } from '../mail-renderer';
import { builtInWording, TEMPLATES, textNamesOf } from './built-in';
import { sampleContext } from './mail-samples';
import { MailTexts } from './mail-texts';
import { fill, issuesIn } from './placeholders';

const renderer = new MailRenderer();
const SITE = 'https://tesigo.example.org';

const keys = TEMPLATES.flatMap((template) => LOCALES.map((locale) => [template, locale] as const));

describe('the wording of mails', () => {
  it.each(keys)('of %s in %s is built in as it could be stored', (template, locale) => {
    const texts = builtInWording(template, locale);
    expect(MailTexts.parse(texts)).toEqual(texts);
    expect(Object.keys(texts).sort()).toEqual([...textNamesOf(template)].sort());
    expect(issuesIn(template, texts)).toEqual([]);
  });

  it('fills in what it knows, and nothing else', () => {
    const context = { title: 'Of {{minutes}} and <b>', link: SITE };
    expect(fill('job-failed', 'Stopped: {{ title }}', context)).toBe(
      'Stopped: Of {{minutes}} and <b>',
    );
    expect(fill('job-failed', '{{constructor}} {{link}}', context)).toBe(
      '{{constructor}} {{link}}',
    );
  });

  it('refuses what could not be sent, part by part', () => {
    const pointers = (texts: MailTexts) => issuesIn('sign-in', texts).map(({ pointer }) => pointer);
    expect(pointers({ expiry: 'Both work once.' })).toEqual(['/texts/expiry']);
    expect(pointers({ lead: 'Hello {{name}}', button: 'Go {{minutes' })).toEqual([
      '/texts/lead',
      '/texts/button',
    ]);
    expect(pointers({ note: 'Not of this mail' })).toEqual(['/texts/note']);
    expect(pointers({ subject: 'Your code {{code}}' })).toEqual(['/texts/subject']);
    expect(MailTexts.safeParse({ subject: 'One\r\nBcc: all@example.org' }).success).toBe(false);
    expect(MailTexts.safeParse({ lead: 'Turned \u202e around' }).success).toBe(false);
  });

  it('never takes link or code out of the mail for signing in, whatever is stored', () => {
    const stored = fc.record(
      Object.fromEntries(
        Object.keys(MailTexts.shape).map((name) => [
          name,
          fc.oneof(
            fc.string(),
            fc.constant('{{minutes}}'),
            fc.constant('<!-- {{code}}'),
            fc.anything(),
          ),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), stored, (locale, texts) => {
        const context = sampleContext('sign-in', locale, SITE);
        const message = { template: 'sign-in', locale, context } as const;
        const { html, text, subject } = renderer.render(message, texts as MailTexts);
        const link = `${SITE}/auth/verify#token=sample`;
        expect([text.includes(link), text.includes('7KM2QX4D')]).toEqual([true, true]);
        expect(html).toContain(`href="${link.replaceAll('=', '&#x3D;')}"`);
        expect(html).toContain('>7KM2QX4D</p>');
        expect(html).not.toContain('<!-- ');
        expect(text).toContain('10');
        expect(subject).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
