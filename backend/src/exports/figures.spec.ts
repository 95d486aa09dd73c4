import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { englishInput } from '../testing/export-input';
import { readPdf } from '../testing/export-text';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import { captionLine } from './model/caption-text';
import type { FigureInput } from './model/figure-input';
import { modelText } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';

jest.setTimeout(120_000);

const EMU_PER_POINT = 12_700;

async function figure(key: string, width: number, height: number): Promise<FigureInput> {
  const image = sharp({ create: { width, height, channels: 3, background: '#88aacc' } });
  const data = new Uint8Array(await image.png().toBuffer());
  return {
    ...{ key, width, height, data, caption: 'As stored', altText: `An area, ${key}` },
    ...{ mediaType: 'image/png', sha256: key, storageKey: key },
  };
}

const TEXT = `See @fig:wide.

![A *wide* one [@roediger2006]](figure:wide){#fig:wide}

![](figure:tall)
![Third](figure:gone){#fig:gone}

A [link](figure:wide) of a text is no figure.`;

async function modelOf(content: string) {
  const section = { id: 's1', number: '1', title: 'One', level: 1 as const, writer: null, content };
  const figures = await Promise.all([figure('wide', 2000, 400), figure('tall', 300, 4000)]);
  return buildModel(englishInput({ sections: [section], figures }));
}

describe('figures', () => {
  it('are read from paragraphs of their own, with the caption of the text or the stored one', async () => {
    const model = await modelOf(TEXT);
    const figures = (model.sections[0]?.blocks ?? []).filter((block) => block.kind === 'figure');
    expect(figures.map(({ caption }) => caption && captionLine(caption))).toEqual([
      'Figure\u00A01. A wide one (Roediger & Karpicke, 2006)',
      'Figure\u00A02. As stored',
      'Figure\u00A03. Third',
    ]);
    expect(figures.map(({ image }) => image?.key)).toEqual(['wide', 'tall', undefined]);
    expect(modelText(model)).toContain('See Figure\u00A01.');
    expect(model.findings).toEqual([
      { kind: 'missing_image', text: 'figure:gone', where: '1 One' },
    ]);
  });

  it('fit the page in the Word file, and say what they show', async () => {
    const model = await modelOf(TEXT);
    const file = await renderDocx(model);
    const files = unzipSync(file);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => ({
      width: Number(x) / EMU_PER_POINT,
      height: Number(y) / EMU_PER_POINT,
    }));
    expect(sizes[0]?.width).toBeCloseTo(model.layout.textWidth, 0);
    expect(sizes[0]?.height).toBeCloseTo(model.layout.textWidth / 5, 0);
    expect(sizes[1]?.height).toBeLessThan(model.layout.page.height);
    expect(xml).toMatch(/<wp:docPr id="1" name="wide" descr="An area, wide"/);
    expect(xml).toContain('SEQ Figure \\* ARABIC');
    expect(xml).toContain('[Image missing: gone]');
    expect((await renderDocx(model)).equals(file)).toBe(true);
  });

  it('are in the Word file byte for byte, each once and where it is shown', async () => {
    const images = new Map([
      ['wide', await figure('wide', 2000, 400)],
      ['tall', await figure('tall', 300, 4000)],
    ]);
    const content = '![](figure:tall)\n![](figure:wide)\n![](figure:tall)';
    const section = { ...{ id: 's1', number: '1', title: 'One', writer: null }, content };
    const input = englishInput({
      sections: [{ ...section, level: 1 }],
      figures: [...images.values()],
    });
    const files = unzipSync(await renderDocx(buildModel(input)));
    const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const targets = new Map(
      [...xml('word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
        /\bId="([^"]*)"/.exec(tag)?.[1],
        /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '',
      ]),
    );
    const shown = [...xml('word/document.xml').matchAll(/<a:blip r:embed="([^"]*)"/g)];
    expect(shown.map(([, id]) => files[`word/${targets.get(id) ?? ''}`])).toEqual(
      ['tall', 'wide', 'tall'].map((key) => images.get(key)?.data),
    );
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
  });

  it('stand in the PDF with their captions, and a frame where one is missing', async () => {
    const file = await renderPdf(await modelOf(TEXT));
    const { pages } = await readPdf(file);
    const text = pages.join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('Figure 1. A wide one (Roediger & Karpicke, 2006)');
    expect(text).toMatch(/\[Image missing: gone\] Figure 3\. Third/);
    expect(file.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  it('may stand in lists and quotes, and be no figure at all in a text', async () => {
    const model = await modelOf(
      '- Item\n\n  ![In a list](figure:wide)\n\n> ![](figure:none)\n\nA ![B](figure:wide) c.',
    );
    expect(modelText(model)).toContain('Figure\u00A01. In a list');
    expect(modelText(model)).toContain('[Image missing: none]');
    await expect(renderPdf(model)).resolves.toBeInstanceOf(Buffer);
    await expect(renderDocx(model)).resolves.toBeInstanceOf(Buffer);
  });
});
