import fc from 'fast-check';
import type { DocumentLanguage } from '../../common';
import { loadConfiguration } from '../../config';
import { checkedText } from '../../testing/checks/checked-text';
import { type LanguageToolFault, LanguageToolServer } from '../../testing/languagetool-server';
import { annotated, piecesOf } from './annotated-pieces';
import { LanguageCheck } from './language.check';
import { LanguageTool } from './language-tool';
import { variantOf } from './language-variant';
import { Proofreader } from './proofreader';

jest.setTimeout(30_000);

let server: LanguageToolServer;

beforeAll(async () => {
  server = await LanguageToolServer.start();
});

beforeEach(() => {
  server.fault = undefined;
  server.read.length = 0;
});

afterAll(() => server.stop());

function languageCheck(url: string | undefined = server.url): LanguageCheck {
  const tool = new LanguageTool(
    loadConfiguration({
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      REDIS_URL: 'redis://127.0.0.1:1',
      JWT_SECRET: 'a test key, forty characters long, no less',
      LANGUAGETOOL_URL: url,
    }),
  );
  return new LanguageCheck(tool, new Proofreader(tool));
}

const ask = (contents: string[], language: DocumentLanguage = 'en') =>
  languageCheck().check(checkedText(contents, { language }));

describe('the proofreading of a text', () => {
  it('finds places in the text as it is stored', async () => {
    const content = '# On *teh* matter\n\nIt is `teh code`, said [@teh, p. 3] as teh end.';
    const { state, findings } = await ask(['All is well.', content]);
    expect(state).toBe('failed');
    expect(findings.map(({ sectionId, start }) => [sectionId, start])).toEqual([
      ['s2', content.indexOf('teh')],
      ['s2', content.lastIndexOf('teh')],
    ]);
    expect(findings[0]).toMatchObject({ kind: 'misspelling', suggestions: ['the'] });
    expect(server.read).toContain('On teh matter\n\nIt is , said as teh end.');
  });

  it('is sent in parts that servers take, each once while it stays the same', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `All is well in ${String(at)}.\n\n`);
    const long = lines.join('');
    const check = languageCheck();
    const text = checkedText([long, `${long}At teh end.`]);
    const { findings } = await check.check(text);
    expect(findings).toMatchObject([{ sectionId: 's2', start: long.length + 3 }]);
    const sent = server.read.length;
    expect(sent).toBeGreaterThan(5);
    await check.check(text);
    expect(server.read).toHaveLength(sent);
  });

  it.each<[string, LanguageToolFault]>([
    ['is out of order', { status: 500 }],
    ['is asked too often', { status: 429 }],
    ['redirects', { status: 302 }],
    ['breaks off', 'drop'],
    ['answers something else', 'garbage'],
    ['answers too much', 'huge'],
    ['does not finish', 'incomplete'],
    ['is silent', 'hang'],
  ])('is unchecked, with the reason, where the service %s', async (_, fault) => {
    server.fault = fault;
    const { state, summary } = await ask(['All is well.']);
    expect(state).toBe('unchecked');
    expect(summary).toMatch(/proofreading service .* 0 of 1 part were read/);
  });

  it('is unchecked in a language that the service does not know, and without a service', async () => {
    expect(await ask(['Vše je v pořádku.'], 'cs')).toMatchObject({ state: 'unchecked' });
    const check = languageCheck('');
    expect(await check.check(checkedText(['All.']))).toMatchObject({ state: 'unchecked' });
  });

  it('knows English by its spelling', () => {
    expect(variantOf('en', 'The behaviour was organised.')).toBe('en-GB');
    expect(variantOf('en', 'The behavior was organized.')).toBe('en-US');
    expect(variantOf('de', '')).toBe('de-DE');
  });

  it('leaves no character out', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '`', '[@k]', '*', '# ', '](x)', '- '));
    fc.assert(
      fc.property(text, (parts) => {
        const content = parts.join('').repeat(3000);
        const pieces = piecesOf({ id: 's', content });
        for (const { start, text: part } of pieces) {
          expect(part.length).toBeLessThanOrEqual(15_000);
          expect(content.startsWith(part, start)).toBe(true);
        }
        const shown = annotated(pieces[0]?.text ?? '').map((one) => Object.values(one)[0]);
        expect(shown.join('')).toBe(pieces[0]?.text ?? '');
      }),
      { numRuns: 40 },
    );
  });
});
