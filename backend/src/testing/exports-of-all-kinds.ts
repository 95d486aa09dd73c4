import sharp from 'sharp';
import type { ExportInput, SectionInput } from '../exports/model/export-input';
import { READY_MADE } from '../requirements/ready-made/ready-made';
import { englishInput, ukrainianInput } from './export-input';
import { longThesis } from './long-thesis';

const section = (id: string, title: string, content: string): SectionInput => ({
  ...{ id, number: id, title, level: 1, writer: null, content },
});

const EVERYTHING = `See @fig:wide, @tbl:groups, @eq:forget and @sec:last [@roediger2006, p. 250].

Table: Groups and *what* they kept [@roediger2006] {#tbl:groups}

| Group | Week 1 | Week 4 |
| :-- | --: | :-: |
| Read again $x^2$ | 81 % | **36 %** |
| Tested[^n] | [deux]{lang=fr} | שלום |

What is kept falls as

$$R = \\frac{e^{-t/S}}{\\sqrt[3]{\\sum_{i=1}^n x_i}}$$ {#eq:forget}

with $t$ the time, $\\begin{matrix}a&b\\\\c&d\\end{matrix}$ a matrix, and $\\nothing{ broken.

![A *wide* one](figure:wide){#fig:wide}

![](figure:gone)

> A quotation that stands by itself [@roediger2006, p. 251].

1. First
   - deeper
     - deepest
2. Second

### A heading

\`code\` and <b>what looks like HTML</b> & an ampersand, a [link](https://example.org/?a=1&b=2), H~2~O, x^2^.`;

const HOSTILE = `${'word'.repeat(2500)} 😀👩‍👩‍👧 \u0007\u000b\uffff ${'|'.repeat(50)} שלום עולם. ${'[@roediger2006] '.repeat(30)}

| ${'a | '.repeat(30)}
|${' - |'.repeat(30)}
| ${'long text in a cell | '.repeat(30)}`;

const withAppendix = (sections: readonly SectionInput[]): SectionInput[] => [
  ...sections,
  { ...section('A', 'Questions & answers', 'As they were [@roediger2006].'), appendix: true },
];

/** Every kind of content and every ready-made profile, by a name: for who judges whole files. */
export async function exportsOfAllKinds(): Promise<[string, ExportInput][]> {
  const area = { create: { width: 900, height: 300, channels: 3, background: '#8ac' } } as const;
  const figure = {
    ...{ key: 'wide', width: 900, height: 300, caption: '', altText: 'An "area" & more' },
    ...{ mediaType: 'image/png' as const, sha256: 'wide', storageKey: 'wide' },
    data: new Uint8Array(await sharp(area).png().toBuffer()),
  };
  const sections = [section('1', 'One & <two>', EVERYTHING), section('2', 'Last {#sec:last}', 'x')];
  const everything = { sections, figures: [figure] };
  return [
    ['an English text', englishInput()],
    ['a Ukrainian text', ukrainianInput()],
    ['notes, tables and 16 pages', longThesis(0.08)],
    ['everything at once', englishInput(everything)],
    ['everything, with notes', englishInput({ ...everything, citationStyle: 'chicago_notes' })],
    ['appendices', englishInput({ ...everything, sections: withAppendix(sections) })],
    ['hostile texts', englishInput({ sections: [section('1', 'H', HOSTILE)] })],
    ...READY_MADE.map(({ id, formatting }): [string, ExportInput] => [
      id,
      englishInput({ ...everything, formatting }),
    ]),
  ];
}
