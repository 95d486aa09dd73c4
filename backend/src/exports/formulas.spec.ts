import { strFromU8, unzipSync } from 'fflate';
import { englishInput } from '../testing/export-input';
import { readPdf } from '../testing/export-text';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import type { Block } from './model/document-model';
import { modelText } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';

jest.setTimeout(120_000);

const modelOf = (content: string) => {
  const section = { id: 's1', number: '1', title: 'One', level: 1 as const, writer: null, content };
  return buildModel(englishInput({ sections: [section] }));
};

function formulasIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'formula') return [block.tex];
    const text = 'text' in block && typeof block.text !== 'string' ? block.text : [];
    return text.flatMap(({ formula }) => (formula === undefined ? [] : [formula.tex]));
  });
}

const formulas = (content: string) => formulasIn(modelOf(content).sections[0]?.blocks ?? []);

describe('formulas', () => {
  it.each([
    ['in a text', 'So $E = mc^2$, and $a_1*b_1*c$.', ['E = mc^2', 'a_1*b_1*c']],
    ['on lines of their own', 'A\n\n$$\n\\frac{a}{b}\n$$\n\nB', ['\\frac{a}{b}']],
    ['with bars, which end no cell', '$|x|$', ['|x|']],
    ['but not prices', 'It costs $5 and $6, or $7-$8, or $ 10 $.', []],
    ['but not code', '`$a$` and ``$b$ ` $c$`` and \\$d$.', []],
    ['but not what has a citation in it', 'A $x [@roediger2006] y$ b.', []],
  ])('are read %s', (_, content, expected) => {
    expect(formulas(content)).toEqual(expected);
  });

  it('stay as written in code and where a blank line stands within', () => {
    const text = modelText(modelOf('`$a_b$` is code; $a\n\nb$ are two paragraphs.'));
    expect(text).toContain('$a_b$ is code; $a');
  });

  it('that cannot be read are set as they are written, and reported once', () => {
    const model = modelOf('See $\\nothing{x_1_2}$.\n\n$$\\frac{a$$\n\n$\\def\\x{\\x\\x}\\x$');
    expect(modelText(model)).toContain('See $\\nothing{x_1_2}$.');
    expect(modelText(model)).toContain('$$\\frac{a$$');
    expect(model.findings.map(({ kind, text }) => [kind, text])).toEqual([
      ['unreadable_formula', '$\\nothing{x_1_2}$'],
      ['unreadable_formula', '$$\\frac{a$$'],
      ['unreadable_formula', '$\\def\\x{\\x\\x}\\x$'],
    ]);
  });

  describe('in the files', () => {
    const model = modelOf(`As @eq:sum says, $\\frac{x_1}{2}$ holds.

$$\\sum_{i=1}^n x_i = \\text{сума}$$ {#eq:sum}

| Kind | Value |
| - | - |
| One | $|\\alpha|$ |`);

    it('are Word’s own formulas, counted by a field', async () => {
      const files = unzipSync(await renderDocx(model));
      const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
      expect(xml.match(/<m:oMath>/g)).toHaveLength(3);
      expect(xml).toContain('<m:f>');
      expect(xml).toContain('<m:nary>');
      expect(xml).toMatch(/<w:t[^>]*>\(<\/w:t>.*SEQ Equation .*<w:t[^>]*>1<\/w:t>/);
      expect(xml).toMatch(/Equation\u00A0<\/w:t>.*REF _Refequation_1 \\h .*<w:t[^>]*>\(1\)<\/w:t>/);
    });

    it('are drawn as paths in the PDF, in the line and by themselves', async () => {
      const file = await renderPdf(model);
      const { pages } = await readPdf(file);
      expect(pages.join(' ').replace(/\s+/g, ' ')).toContain('As Equation (1) says, holds.');
      const plain = await renderPdf(modelOf('As Equation (1) says, holds.'));
      expect(file.length).toBeGreaterThan(plain.length + 500);
      expect((await renderPdf(model)).equals(file)).toBe(true);
    });
  });
});
