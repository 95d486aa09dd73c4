import { englishInput } from '../../testing/export-input';
import { readPdf } from '../../testing/export-text';
import { buildModel } from '../model/build-model';
import { renderPdf } from './render-pdf';

jest.setTimeout(60_000);

const LONG = 'internationalisation understanding interpretation '.repeat(25).trim();

const section = (content: string) => ({
  ...{ id: 's1', number: '1', title: 'One', level: 1 as const, writer: null },
  content,
});

const bodyOf = async (content: string, formatting = {}, language: 'en' | 'cs' = 'en') => {
  const input = englishInput({ language, sections: [section(content)], formatting });
  const { pages, parted } = await readPdf(await renderPdf(buildModel(input)));
  return { text: pages.join(' ').replace(/\s+/g, ' '), parted };
};

describe('words at the end of lines in a PDF', () => {
  it('are parted where spaces would be pulled apart, and read as whole', async () => {
    const { text, parted } = await bodyOf(LONG);
    expect(parted).toBeGreaterThan(5);
    expect(text).toContain(LONG);
  });

  it.each([
    ['in a ragged text', LONG, { alignment: 'left' }],
    ['in code', `\`\`\`\n${LONG}\n\`\`\``, {}],
    ['in words of a language whose rules are not known', `[${LONG}]{lang=la}`, {}],
    ['in addresses', `[${LONG}](https://example.org)`, {}],
    ['in headings', `### ${LONG.slice(0, 300)}`, {}],
  ])('stay whole %s', async (_, content, formatting) => {
    expect((await bodyOf(content, formatting)).parted).toBe(0);
  });

  it('are parted by the rules of their own language', async () => {
    const text = 'Donaudampfschifffahrtsgesellschaft Verantwortungsbewusstsein '.repeat(20).trim();
    const { text: read, parted } = await bodyOf(`[${text}]{lang=de-AT}`);
    expect(parted).toBeGreaterThan(5);
    expect(read).toContain(text);
  });

  it('are parted in Czech, for which the rules are our own', async () => {
    const text = 'zapamatování vzdělávání porozumění metodologie literatura '.repeat(25).trim();
    const body = await bodyOf(text, {}, 'cs');
    expect(body.parted).toBeGreaterThan(5);
    expect(body.text).toContain(text);
  });
});
