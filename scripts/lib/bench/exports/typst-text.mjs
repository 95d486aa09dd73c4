// @ts-check

/** What Typst reads as markup. @param {string} text */
const escaped = (text) => text.replace(/[\\#*_`$<>@[\]~/'"-]/g, '\\$&');

/** @param {string} text @returns {string} with its Pandoc citations as Typst's */
function inline(text) {
  const parts = text.split(/ ?\[@(\w+), p\. (\d+)\]/);
  return parts
    .map((part, index) => {
      if (index % 3 === 1) return ` @${part}`;
      return index % 3 === 2 ? `[${part}]` : escaped(part);
    })
    .join('');
}

const ALIGNMENTS = '(left, right, right, center)';

/** @param {string} markdown a table of four columns, as the made-up thesis has them */
function table(markdown) {
  const rows = markdown
    .split('\n')
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => `[${escaped(cell.trim())}]`),
    );
  const [head = [], ...rest] = rows;
  const cells = rest.map((row) => row.join(', ')).join(',\n');
  return `#table(columns: 4, align: ${ALIGNMENTS}, table.header(${head.join(', ')}),\n${cells})`;
}

/** @param {string} markdown a figure, whose image is a file of its name */
function figure(markdown) {
  const [, caption = '', key = ''] = /^!\[(.*)\]\(figure:(\w+)\)$/.exec(markdown) ?? [];
  return `#figure(image("figures/${key}.png", width: 100%), caption: [${escaped(caption)}])`;
}

/** @param {string} block */
function setBlock(block) {
  if (block.startsWith('|')) return table(block);
  return block.startsWith('![') ? figure(block) : inline(block);
}

const SETTINGS = `#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: "Tinos", size: 12pt, lang: "en")
#set par(justify: true, leading: 0.95em, spacing: 0.95em, first-line-indent: 12.5mm)
#show heading.where(level: 1): it => pagebreak(weak: true) + it
`;

/**
 * The made-up thesis as Typst's markup: the same text, page, font, notes and references.
 *
 * @param {{ title: string, frontMatter: readonly { content: string }[],
 *   sections: readonly { title: string, number: string, level: number, content: string }[] }} thesis
 */
export function typstText({ title, frontMatter, sections }) {
  const body = sections.map(({ number, title: heading, level, content }) => {
    const blocks = content.split('\n\n').map(setBlock);
    return `${'='.repeat(level)} ${number} ${escaped(heading)}\n\n${blocks.join('\n\n')}`;
  });
  return [
    `${SETTINGS}#set document(title: "${title}")`,
    `#align(center, text(22pt)[${escaped(title)}])`,
    ...frontMatter.map(({ content }) => `#pagebreak()\n${inline(content)}`),
    '#pagebreak()\n#outline(depth: 2)',
    ...body,
    '#bibliography("references.bib", style: "chicago-notes", full: true)',
  ].join('\n\n');
}
