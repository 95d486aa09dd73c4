import { strFromU8, unzipSync } from 'fflate';
import type { Formatting } from '../../requirements';
import { englishInput } from '../../testing/export-input';
import { buildModel } from '../model/build-model';
import { renderDocx } from './render-docx';

jest.setTimeout(60_000);

const RULES: Formatting = {
  pageSize: 'Letter',
  marginTop: 20,
  marginRight: 15,
  marginBottom: 25.4,
  marginLeft: 35,
  font: 'Arial',
  fontSize: 13,
  footnoteSize: 9,
  tableSize: 10.5,
  lineSpacing: 1.25,
  paragraphIndent: 10,
  alignment: 'left',
  chapterSize: 18,
  chapterBold: false,
  chapterCapitals: true,
  chapterAlignment: 'center',
  headingSize: 15,
  headingBold: true,
  headingAlignment: 'right',
  headingNumbering: 'chapter_word',
  pageNumberPosition: 'top_right',
  frontMatterNumbers: 'roman',
  partOrder: ['title_page', 'declaration', 'contents', 'abstract', 'body', 'bibliography'],
  titlePageFields: ['university', 'title', 'supervisor'],
  citationStyle: 'ieee',
};

let files: Record<string, Uint8Array>;
const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());

/** The XML of one style. */
const style = (id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(part('word/styles.xml'))?.[0] ??
  '';

beforeAll(async () => {
  const titlePage = { university: 'An Invented University', supervisor: 'Ada Lantern' };
  files = unzipSync(await renderDocx(buildModel(englishInput({ formatting: RULES, titlePage }))));
});

describe('the XML of a document by rules', () => {
  it('has the page and its margins in every section, in twentieths of a point', () => {
    const sections = part('word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      expect(section).toContain('<w:pgSz w:w="12240" w:h="15840"');
      for (const edge of ['w:top="1134"', 'w:right="850"', 'w:bottom="1440"', 'w:left="1984"']) {
        expect(section).toContain(edge);
      }
    }
  });

  it('has the type in the defaults and the styles', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/.exec(part('word/styles.xml'))?.[0] ?? '';
    expect(defaults).toContain('w:ascii="Arial"');
    expect(defaults).toContain('<w:sz w:val="26"/>');
    expect(style('FootnoteText')).toContain('<w:sz w:val="18"/>');
    expect(style('TableText')).toContain('<w:sz w:val="21"/>');
    const body = style('BodyText');
    expect(body).toContain('w:line="300"');
    expect(body).toContain('w:firstLine="567"');
    expect(body).toContain('<w:jc w:val="left"/>');
  });

  it('has the headings in their styles, and their numbers in the text', () => {
    const chapter = style('Heading1');
    for (const value of ['<w:sz w:val="36"/>', '<w:caps/>', '<w:jc w:val="center"/>']) {
      expect(chapter).toContain(value);
    }
    expect(chapter).toContain('<w:b w:val="false"/>');
    const below = style('Heading2');
    for (const value of ['<w:sz w:val="30"/>', '<w:b/>', '<w:jc w:val="right"/>']) {
      expect(below).toContain(value);
    }
    expect(part('word/document.xml')).toContain('>Chapter 1. Introduction<');
  });

  it('numbers the pages by section, roman and then from 1, at the top right', () => {
    const [title, front, body] =
      part('word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(title).not.toContain('w:headerReference');
    expect(front).toContain('<w:pgNumType w:fmt="lowerRoman"/>');
    expect(body).toContain('<w:pgNumType w:start="1" w:fmt="decimal"/>');
    for (const section of [front, body]) expect(section).toContain('w:headerReference');
    expect(part('word/header1.xml')).toContain('<w:jc w:val="right"/>');
  });

  it('has the parts in their order, the fields on the title page, and the contents’ numbers', () => {
    const document = part('word/document.xml');
    const places = [
      'An Invented University',
      'How to study so that learning lasts',
      'Supervisor: Ada Lantern',
      'A program arranged 96% of the words.',
      '>Contents<',
      'What lasts of learning',
      '>References<',
    ].map((text) => document.lastIndexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(document).toMatch(/>Declaration on the use of AI<\/w:t><w:tab\/><w:t[^>]*>ii</);
    // the width of the text
    expect(document).toContain('<w:tab w:val="right" w:pos="9405" w:leader="dot"/>');
    expect(document).toContain('>[1]<');
  });
});
